import { id } from '../../../shared/i18n/id.ts';
import { TextField } from '../../ui/field.tsx';
import type { StepProps } from './step-fields.ts';

const words = id.setup.shop;

/** Step 1: what stands on the sign above the door, and on every receipt. */
export function ShopStep({ draft, errors, change }: StepProps) {
  return (
    <>
      <TextField
        startsFocused
        label={words.koperasi}
        hint={words.koperasiHint}
        value={draft.koperasi}
        error={errors.koperasi}
        onChange={(koperasi) => change({ koperasi })}
      />
      <TextField
        label={words.gerai}
        hint={words.geraiHint}
        value={draft.gerai}
        error={errors.gerai}
        onChange={(gerai) => change({ gerai })}
      />
      <TextField
        label={words.address}
        hint={words.addressHint}
        value={draft.address}
        error={errors.address}
        onChange={(address) => change({ address })}
      />
    </>
  );
}

import { TIME_ZONES } from '../../../shared/domain/business-date.ts';
import { id } from '../../../shared/i18n/id.ts';
import { TextField } from '../../ui/field.tsx';
import { OptionKeys } from '../../ui/option-keys.tsx';
import type { StepProps } from './step-fields.ts';

const words = id.setup.place;

const PRICE_ZONES = (['1', '2', '3'] as const).map((value) => ({
  value,
  label: words.zones[value].name,
  hint: words.zones[value].text,
}));

const CLOCKS = (['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const).map((value) => ({
  value,
  label: TIME_ZONES[value].short,
  hint: words.timeZones[value],
}));

/** Step 2: where the gerai stands, which decides prices set by law and the clock. */
export function PlaceStep({ draft, errors, change }: StepProps) {
  return (
    <>
      <TextField
        startsFocused
        label={words.kabupaten}
        hint={words.kabupatenHint}
        value={draft.kabupaten}
        error={errors.kabupaten}
        onChange={(kabupaten) => change({ kabupaten })}
      />
      <OptionKeys
        label={words.priceZone}
        hint={words.priceZoneHint}
        error={errors.priceZone}
        columns={3}
        value={draft.priceZone}
        options={PRICE_ZONES}
        onChange={(priceZone) => change({ priceZone })}
      />
      <OptionKeys
        label={words.timeZone}
        error={errors.timeZone}
        columns={3}
        firstDigit={4}
        value={draft.timeZone}
        options={CLOCKS}
        onChange={(timeZone) => change({ timeZone })}
      />
    </>
  );
}

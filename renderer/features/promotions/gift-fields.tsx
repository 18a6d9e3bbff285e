import { id } from '../../../shared/i18n/id.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { digitsOf } from '../../ui/field-checks.ts';
import { TextField } from '../../ui/field.tsx';
import forms from '../../ui/form.module.css';
import type { Entry } from '../../ui/use-entry.ts';
import type { PromotionDraft } from './promotion-draft.ts';

const words = id.promotions;

/** How much a promotion gives, by its kind. */
export function GiftFields({ entry }: { readonly entry: Entry<PromotionDraft> }) {
  const { draft, errors, change } = entry;
  switch (draft.kind) {
    case 'percent':
      return (
        <TextField
          label={words.percent}
          hint={words.percentHint}
          inputMode="decimal"
          value={draft.percent}
          error={errors.percent}
          onChange={(percent) => change({ percent })}
        />
      );
    case 'amount':
      return (
        <AmountField
          label={words.off1}
          value={draft.offRp}
          error={errors.offRp}
          onChange={(offRp) => change({ offRp })}
        />
      );
    case 'buy-get':
      return (
        <div className={forms.pair}>
          <TextField
            label={words.buy}
            inputMode="numeric"
            value={draft.buy}
            error={errors.buy}
            onChange={(typed) => change({ buy: digitsOf(typed, 4) })}
          />
          <TextField
            label={words.free}
            inputMode="numeric"
            value={draft.free}
            error={errors.free}
            onChange={(typed) => change({ free: digitsOf(typed, 4) })}
          />
        </div>
      );
    case 'bundle':
      return (
        <AmountField
          label={words.bundlePrice}
          value={draft.bundleRp}
          error={errors.bundleRp}
          onChange={(bundleRp) => change({ bundleRp })}
        />
      );
  }
}

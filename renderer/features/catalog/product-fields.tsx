import { useQuery } from '@tanstack/react-query';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { digitsOf } from '../../ui/field-checks.ts';
import { CheckField, TextField } from '../../ui/field.tsx';
import forms from '../../ui/form.module.css';
import { startMarked } from '../../ui/start-marked.ts';
import { SuggestField } from '../../ui/suggest-field.tsx';
import type { Entry } from '../../ui/use-entry.ts';
import { BarcodeFields } from './barcode-fields.tsx';
import type { ProductDraft } from './product-draft.ts';

const words = id.catalog.editor;

/** Units in which village stores sell. */
const UNITS = ['pcs', 'bungkus', 'botol', 'pak', 'kotak', 'sachet', 'kaleng', 'sak', 'kg', 'liter', 'dus'];

/** Everything about a product that may be changed. */
export function ProductFields({ entry }: { readonly entry: Entry<ProductDraft> }) {
  const { draft, errors, change } = entry;
  const categories = useQuery(ask.categories()).data ?? [];
  return (
    <>
      <TextField
        startsFocused={draft.productId === null}
        label={words.name}
        value={draft.name}
        error={errors.name}
        onChange={(name) => change({ name })}
      />
      <div className={forms.pair}>
        <AmountField
          {...(draft.productId === null ? {} : { ref: startMarked })}
          label={words.price}
          value={draft.priceRp}
          error={errors.priceRp}
          onChange={(priceRp) => change({ priceRp })}
        />
        <AmountField
          label={words.cost}
          value={draft.costRp}
          error={errors.costRp}
          onChange={(costRp) => change({ costRp })}
        />
      </div>
      <div className={forms.pair}>
        <SuggestField
          label={words.category}
          suggestions={categories.map((category) => category.name)}
          value={draft.category}
          error={errors.category}
          onChange={(category) => change({ category })}
        />
        <SuggestField
          label={words.unit}
          suggestions={UNITS}
          value={draft.unit}
          error={errors.unit}
          onChange={(unit) => change({ unit })}
        />
      </div>
      <div className={forms.pair}>
        <TextField
          label={words.brand}
          value={draft.brand}
          error={errors.brand}
          onChange={(brand) => change({ brand })}
        />
        <TextField
          label={words.plu}
          inputMode="numeric"
          value={draft.plu}
          error={errors.plu}
          onChange={(typed) => change({ plu: digitsOf(typed, 6) })}
        />
      </div>
      <BarcodeFields draft={draft} onChange={(barcodes) => change({ barcodes })} />
      <CheckField
        label={words.fractional}
        checked={draft.fractional}
        onChange={(fractional) => change({ fractional })}
      />
      <CheckField label={words.active} checked={draft.active} onChange={(active) => change({ active })} />
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { Product, ProductTerms } from '../../../shared/contract/catalog.ts';
import { taxClassSchema } from '../../../shared/domain/tax.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { AmountField } from '../../ui/amount-field.tsx';
import { EntryForm } from '../../ui/entry-form.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { OptionKeys } from '../../ui/option-keys.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Fault, Waiting } from '../../ui/states.tsx';
import { PackTable } from './pack-table.tsx';
import { PriceTable } from './price-table.tsx';
import { withoutPack } from './terms-draft.ts';
import styles from './terms.module.css';
import { useTermsEditor } from './use-terms-editor.ts';

const words = id.catalog.terms;

const TAX_CLASSES = taxClassSchema.options.map((value) => ({
  value,
  label: words.taxClasses[value],
  hint: words.taxTexts[value],
}));

interface TermsScreenProps {
  readonly product: Product;
  readonly onLeave: () => void;
}

/** How one product is sold: the packs it comes in, every price, its tax class and its ceiling. */
export function TermsScreen({ product, onLeave }: TermsScreenProps) {
  const terms = useQuery(ask.terms(product.productId));
  if (terms.isError || terms.isPending) {
    return (
      <Screen title={words.title} aside={product.name}>
        {terms.isError ? <Fault error={terms.error} onRetry={() => void terms.refetch()} /> : <Waiting />}
      </Screen>
    );
  }
  return <EditTerms product={product} terms={terms.data} onLeave={onLeave} />;
}

function EditTerms({ product, terms, onLeave }: TermsScreenProps & { readonly terms: ProductTerms }) {
  const editor = useTermsEditor(product, terms, onLeave);
  const { draft, errors, change, addUnit, addPrice, save, back } = editor;
  useActions([addUnit, addPrice, back, save]);
  return (
    <Screen
      title={words.title}
      aside={product.name}
      rail={
        <Sheet padded className={styles.rail}>
          <OptionKeys
            label={words.tax}
            columns={1}
            value={draft.taxClass}
            options={TAX_CLASSES}
            onChange={(taxClass) => change({ taxClass })}
          />
          <AmountField
            label={words.ceiling}
            hint={words.ceilingHint(product.unit)}
            value={draft.ceilingRp}
            onChange={(ceilingRp) => change({ ceilingRp })}
          />
        </Sheet>
      }
      next={<NextStep back={back} main={save} />}
    >
      <EntryForm
        label={words.title}
        className={styles.sheets}
        refusals={editor.refusals}
        onSubmit={save.perform}
      >
        <Sheet label={words.units}>
          <Head title={words.units} text={words.unitsText(product.unit)} action={addUnit} />
          <PackTable
            product={product}
            packs={draft.packs}
            errors={errors}
            onChange={(key, part) => change({ packs: changed(draft.packs, key, part) })}
            onRemove={(key) => change(withoutPack(draft, key))}
          />
        </Sheet>
        <Sheet label={words.prices}>
          <Head title={words.prices} text={words.rules} action={addPrice} />
          <PriceTable
            product={product}
            draft={draft}
            errors={errors}
            onChange={(key, part) => change({ prices: changed(draft.prices, key, part) })}
            onRemove={(key) => change({ prices: draft.prices.filter((price) => price.key !== key) })}
          />
        </Sheet>
      </EntryForm>
    </Screen>
  );
}

function changed<T extends { readonly key: number }>(rows: readonly T[], key: number, part: Partial<T>): T[] {
  return rows.map((row) => (row.key === key ? { ...row, ...part } : row));
}

function Head({
  title,
  text,
  action,
}: {
  readonly title: string;
  readonly text: string;
  readonly action: Action;
}) {
  return (
    <div className={styles.head}>
      <h2>{title}</h2>
      <p>{text}</p>
      <ActionButton action={action} withIcon />
    </div>
  );
}

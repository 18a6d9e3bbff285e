import type { Product } from '../../../shared/contract/catalog.ts';
import { formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { EntryForm } from '../../ui/entry-form.tsx';
import { say } from '../../ui/messages.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEntry } from '../../ui/use-entry.ts';
import { draftOf, NEW_PRODUCT } from './product-draft.ts';
import { ProductFields } from './product-fields.tsx';
import styles from './product-editor.module.css';
import { useProductEditor } from './use-product-editor.ts';

const words = { ...id.catalog.editor, terms: id.catalog.terms };

interface ProductEditorProps {
  /** `null` for a product that does not exist yet. */
  readonly product: Product | null;
  readonly onClose: () => void;
  readonly onTerms: (product: Product) => void;
}

/** One product, beside the list it was chosen from. */
export function ProductEditor({ product, onClose, onTerms }: ProductEditorProps) {
  const entry = useEntry(product === null ? NEW_PRODUCT : draftOf(product));
  const { save, back } = useProductEditor(entry, onClose);
  const terms: Action = {
    id: 'catalog.terms',
    label: words.terms.open,
    help: words.terms.openHelp,
    key: 'F8',
    icon: 'box',
    enabled: product !== null,
    whyNot: () => say({ tone: 'attention', title: words.terms.openFirst, passing: true }),
    perform: () => {
      if (product !== null) onTerms(product);
    },
  };
  useActions([terms, back, save]);
  const title = product === null ? words.newTitle : words.editTitle;
  return (
    <div className={styles.editor}>
      <Sheet padded className={styles.sheet} label={title}>
        <h2>
          {title}
          {product !== null && (
            <span>
              {words.onHand} {formatQuantity(product.onHandThousandths)} {product.unit}
            </span>
          )}
        </h2>
        <EntryForm label={title} className={styles.fields} refusals={entry.refusals} onSubmit={save.perform}>
          <ProductFields entry={entry} />
        </EntryForm>
      </Sheet>
      <ActionButton action={terms} size="tall" withIcon />
      <NextStep back={back} main={save} />
    </div>
  );
}

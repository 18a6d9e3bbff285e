import type { Product } from '../../../shared/contract/catalog.ts';
import { formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { FormPanel, useFormKeys } from '../../ui/form-panel.tsx';
import { say } from '../../ui/messages.ts';
import { useEntry } from '../../ui/use-entry.ts';
import { draftOf, NEW_PRODUCT } from './product-draft.ts';
import { ProductFields } from './product-fields.tsx';
import { useSavingProduct } from './use-saving-product.ts';

const words = id.catalog.editor;
const { open, openHelp, openFirst } = id.catalog.terms;

interface ProductEditorProps {
  /** `null` for a product that does not exist yet. */
  readonly product: Product | null;
  readonly onClose: () => void;
  readonly onTerms: (product: Product) => void;
}

/** One product, beside the list it was chosen from. */
export function ProductEditor({ product, onClose, onTerms }: ProductEditorProps) {
  const entry = useEntry(product === null ? NEW_PRODUCT : draftOf(product));
  const { pending, save } = useSavingProduct(entry, onClose);
  const keys = useFormKeys({
    name: 'catalog.product',
    pending,
    save,
    onClose,
    words: { ...words, back: words.discard, backHelp: words.discardHelp },
  });
  const terms: Action = {
    id: 'catalog.terms',
    label: open,
    help: openHelp,
    key: 'F8',
    icon: 'box',
    enabled: product !== null,
    whyNot: () => say({ tone: 'attention', title: openFirst, passing: true }),
    perform: () => {
      if (product !== null) onTerms(product);
    },
  };
  useActions([terms]);
  return (
    <FormPanel
      tight
      title={product === null ? words.newTitle : words.editTitle}
      aside={
        product !== null && (
          <span>
            {words.onHand} {formatQuantity(product.onHandThousandths)} {product.unit}
          </span>
        )
      }
      refusals={entry.refusals}
      keys={keys}
      beside={<ActionButton action={terms} size="tall" withIcon />}
    >
      <ProductFields entry={entry} />
    </FormPanel>
  );
}

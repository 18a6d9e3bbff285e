import { callErrorText } from '../../../shared/i18n/errors.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { allRight } from '../../ui/field-checks.ts';
import { sayRefusal } from '../../ui/messages.ts';
import type { Entry } from '../../ui/use-entry.ts';
import { sayKept } from './say-kept.ts';
import { checkProduct, toSave, type ProductDraft } from './product-draft.ts';

const words = id.catalog.editor;

/** Saves a product. */
export function useSavingProduct(
  entry: Entry<ProductDraft>,
  onClose: () => void,
): { readonly pending: boolean; readonly save: () => Promise<void> } {
  const { pending, run } = useCommand(engine.catalog.save);
  const save = async () => {
    const wrong = checkProduct(entry.draft);
    if (!allRight(wrong)) return entry.refuse(wrong);
    const reply = await run(toSave(entry.draft));
    if (!reply.ok) {
      // Said beside the field where it can be mended; the rest goes into the message strip.
      if (reply.error.code === 'product.plu-taken') return entry.refuse({ plu: callErrorText(reply.error) });
      return sayRefusal(reply.error);
    }
    sayKept(words.saved(reply.value.name), words.savedText, reply.value.aboveReference);
    return onClose();
  };
  return { pending, save };
}

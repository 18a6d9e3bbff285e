import { callErrorText } from '../../../shared/i18n/errors.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { allRight } from '../../ui/field-checks.ts';
import { sayRefusal } from '../../ui/messages.ts';
import type { Entry } from '../../ui/use-entry.ts';
import { sayKept } from './say-kept.ts';
import { checkProduct, toSave, type ProductDraft } from './product-draft.ts';

const words = id.catalog.editor;

/** Saving and leaving the editor. */
export function useProductEditor(
  entry: Entry<ProductDraft>,
  onClose: () => void,
): { save: Action; back: Action } {
  const command = useCommand(engine.catalog.save);
  const save = async () => {
    const wrong = checkProduct(entry.draft);
    if (!allRight(wrong)) return entry.refuse(wrong);
    const reply = await command.run(toSave(entry.draft));
    if (!reply.ok) {
      // Said beside the field where it can be mended; the rest goes into the message strip.
      if (reply.error.code === 'product.plu-taken') return entry.refuse({ plu: callErrorText(reply.error) });
      return sayRefusal(reply.error);
    }
    sayKept(words.saved(reply.value.name), words.savedText, reply.value.aboveReference);
    onClose();
  };
  return {
    save: {
      id: 'catalog.save',
      label: words.save,
      help: words.saveHelp,
      key: 'F9',
      enabled: !command.pending,
      perform: () => void save(),
    },
    back: {
      id: 'catalog.discard',
      label: words.discard,
      help: words.discardHelp,
      key: 'Escape',
      perform: onClose,
    },
  };
}

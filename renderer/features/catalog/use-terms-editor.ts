import { useState } from 'react';
import type { Product, ProductTerms } from '../../../shared/contract/catalog.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { allRight } from '../../ui/field-checks.ts';
import { hushPassing, sayRefusal } from '../../ui/messages.ts';
import { sayKept } from './say-kept.ts';
import {
  checkTerms,
  termsDraftOf,
  toTerms,
  withPack,
  withPrice,
  type TermsDraft,
  type TermsErrors,
} from './terms-draft.ts';

const words = id.catalog.terms;

/** The terms of a product while they are being changed. */
interface TermsEditor {
  readonly draft: TermsDraft;
  readonly errors: TermsErrors;
  readonly refusals: number;
  readonly change: (part: Partial<TermsDraft>) => void;
  readonly addUnit: Action;
  readonly addPrice: Action;
  readonly save: Action;
  readonly back: Action;
}

/** Changing, saving and leaving the terms of a product. */
export function useTermsEditor(product: Product, terms: ProductTerms, onLeave: () => void): TermsEditor {
  const [draft, setDraft] = useState(() => termsDraftOf(terms));
  const [errors, setErrors] = useState<TermsErrors>({});
  const [refusals, setRefusals] = useState(0);
  const command = useCommand(engine.catalog.saveTerms);
  const change = (part: Partial<TermsDraft>) => {
    hushPassing();
    setDraft((held) => ({ ...held, ...part }));
    // What is mended is not scolded any longer; the rest shows again when it is saved.
    setErrors({});
  };
  const save = async () => {
    const wrong = checkTerms(draft);
    if (!allRight(wrong)) {
      setErrors(wrong);
      setRefusals((count) => count + 1);
      return;
    }
    const reply = await command.run(toTerms(draft, product.productId));
    if (!reply.ok) return sayRefusal(reply.error);
    sayKept(words.saved(product.name), words.savedText, reply.value.aboveReference);
    onLeave();
  };
  return {
    draft,
    errors,
    refusals,
    change,
    addUnit: {
      id: 'catalog.add-unit',
      label: words.addUnit,
      help: words.addUnitHelp,
      key: 'F6',
      icon: 'plus',
      perform: () => setDraft(withPack),
    },
    addPrice: {
      id: 'catalog.add-price',
      label: words.addPrice,
      help: words.addPriceHelp,
      key: 'F7',
      icon: 'plus',
      perform: () => setDraft(withPrice),
    },
    save: {
      id: 'catalog.save-terms',
      label: words.save,
      help: words.saveHelp,
      key: 'F9',
      enabled: !command.pending,
      perform: () => void save(),
    },
    back: {
      id: 'catalog.leave-terms',
      label: words.back,
      help: words.backHelp,
      key: 'Escape',
      perform: onLeave,
    },
  };
}

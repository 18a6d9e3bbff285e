import type { TicketSubsidy } from '../../../../shared/contract/till.ts';
import { id } from '../../../../shared/i18n/id.ts';
import type { Action } from '../../../keyboard/action.ts';
import type { Masked } from '../../../ui/use-masked.ts';
import { EMPTY_DRAFT } from './buyer-draft.ts';
import type { BuyerEntry } from './use-buyer-entry.ts';
import { changeBuyer } from './use-way-actions.ts';

const words = id.subsidyTill;

interface ScreenPorts {
  readonly subsidy: TicketSubsidy;
  readonly entry: BuyerEntry;
  readonly mask: Masked;
  readonly onBack: () => void;
  readonly toMembers: () => void;
}

/** What the buyer's screen offers on every stage. */
export interface ScreenActions {
  readonly back: Action;
  readonly members: Action;
  readonly find: Action;
  readonly mask: Action;
  readonly change: Action;
}

/** Going back, searching, closing the digits, somebody else, and the way to members and institutions. */
export function screenActions({ entry, mask, onBack, toMembers }: ScreenPorts): ScreenActions {
  const { stage } = entry;
  // Where no rule asks who buys there is nobody to search for, to change or to keep from sight.
  const asked = stage !== 'unasked';
  const away = stage === 'find' || entry.draft.who === 'proxy';
  return {
    back: away
      ? {
          id: 'subsidy.back-number',
          label: stage === 'find' ? words.find.back : words.proxy.off,
          help: stage === 'find' ? words.find.backHelp : words.proxy.offHelp,
          key: 'Escape',
          icon: 'back',
          perform: () => entry.change(stage === 'find' ? { finding: false } : { ...EMPTY_DRAFT }),
        }
      : {
          id: 'subsidy.back',
          label: id.till.action.basket,
          help: id.till.action.basketHelp,
          key: 'Escape',
          icon: 'back',
          perform: onBack,
        },
    members: {
      id: 'subsidy.members',
      label: words.other,
      help: words.otherHelp,
      key: 'F7',
      icon: 'user',
      perform: toMembers,
    },
    find: {
      id: 'subsidy.find',
      label: words.find.open,
      help: words.find.openHelp,
      key: 'F2',
      icon: 'search',
      enabled: asked,
      perform: () => entry.change({ finding: true }),
    },
    mask: {
      id: 'subsidy.mask',
      label: mask.masked ? words.nik.unmask : words.nik.mask,
      help: words.nik.maskHelp,
      key: 'F6',
      icon: 'eye',
      enabled: asked,
      perform: mask.toggle,
    },
    change: { ...changeBuyer(entry), enabled: asked },
  };
}

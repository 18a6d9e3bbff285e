import { id } from '../../../shared/i18n/id.ts';
import type { TicketBuyer } from '../../../shared/contract/till.ts';
import type { Action } from '../../keyboard/action.ts';
import { say } from '../../ui/messages.ts';
import { WAY_ICONS } from './tender-row.ts';
import type { TenderPlan } from './tender-plan.ts';
import type { Way } from './ways.tsx';

/** F4 means a person everywhere: here their account, and an institution's faktur. */
const KEYS: Readonly<Record<Way, string>> = {
  cash: 'F2',
  qris: 'F3',
  kasbon: 'F4',
  invoice: 'F4',
  savings: 'F6',
  transfer: 'F7',
  card: 'F8',
};

/**
 * The ways of paying as actions. Nobody pays on an account without being named, and nothing can be
 * added where nothing is left: pressing the key says how.
 */
export function wayActions(
  buyer: TicketBuyer,
  plan: TenderPlan,
  onWay: (way: Way) => void,
): (Action & { readonly way: Way })[] {
  const account: readonly Way[] = buyer.buyerId === null ? ['kasbon', 'savings'] : ['invoice'];
  const ways: readonly Way[] = ['cash', 'qris', ...account, 'transfer', 'card'];
  return ways.map((way) => {
    const nameless = (way === 'kasbon' || way === 'savings') && buyer.memberId === null;
    // The waiting code stays within reach, however little is left.
    const nothing = plan.restRp === 0 && way !== 'cash' && !(way === 'qris' && plan.waitingRp > 0);
    return {
      way,
      id: `pay.way-${way}`,
      label: id.pay.way[way],
      help: id.pay.wayHelp[way],
      key: KEYS[way],
      icon: WAY_ICONS[way],
      enabled: !nameless && !nothing,
      whyNot: nameless ? sayNameless : sayNothingLeft,
      perform: () => onWay(way),
    };
  });
}

function sayNameless(): void {
  const { needsMember, needsMemberText } = id.pay;
  say({ tone: 'attention', passing: true, icon: 'user', title: needsMember, text: needsMemberText });
}

function sayNothingLeft(): void {
  say({ tone: 'attention', passing: true, title: id.pay.nothingLeft, text: id.pay.nothingLeftText });
}

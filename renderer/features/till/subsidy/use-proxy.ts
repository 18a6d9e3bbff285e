import { useQuery } from '@tanstack/react-query';
import type { TicketSubsidy } from '../../../../shared/contract/till.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import type { Basket } from '../use-basket.ts';
import { keptCategory } from './buyer-draft.ts';
import { personName } from './people.ts';
import type { BuyerEntry } from './use-buyer-entry.ts';

const words = id.subsidyTill.proxy;

/** Whether somebody else fetches the goods, and the way to change it. */
export interface Proxy {
  readonly label: string;
  readonly pressed: boolean;
  readonly toggle: () => void;
}

/** Who fetches the goods for the buyer; null where the rules don't allow anybody to. */
export function useProxy(basket: Basket, subsidy: TicketSubsidy, entry: BuyerEntry): Proxy | null {
  const { proxyRegistrationId: proxyId, registrationId, verdict } = subsidy;
  const proxy = useQuery({ ...ask.registration(proxyId ?? ''), enabled: proxyId !== null }).data;
  if (proxyId === null) {
    if (!verdict.asks.proxyAllowed) return null;
    return { label: words.open, pressed: false, toggle: () => entry.begin('proxy') };
  }
  return {
    label: proxy === undefined ? words.open : words.by(personName(proxy)),
    pressed: true,
    toggle: () => void basket.setSubsidyBuyer({ registrationId, category: keptCategory(subsidy) }),
  };
}

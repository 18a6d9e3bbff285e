import type { TicketSubsidy } from '../../../../shared/contract/till.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { Button } from '../../../ui/button.tsx';
import type { Basket } from '../use-basket.ts';
import type { BuyerEntry } from './use-buyer-entry.ts';
import { useProxy } from './use-proxy.ts';

const words = id.subsidyTill.proxy;

interface ProxyKeyProps {
  readonly basket: Basket;
  readonly subsidy: TicketSubsidy;
  readonly entry: BuyerEntry;
}

/** 5: somebody else fetches it, or does not any more. It stands only where the rules allow somebody to. */
export function ProxyKey({ basket, subsidy, entry }: ProxyKeyProps) {
  const proxy = useProxy(basket, subsidy, entry);
  const help = proxy?.pressed === true ? words.offHelp : words.openHelp;
  useActions(
    proxy === null
      ? []
      : [{ id: 'subsidy.proxy', label: proxy.label, help, key: '5', perform: proxy.toggle }],
  );
  if (proxy === null) return null;
  return (
    <Button keepsFocus keyName="5" pressed={proxy.pressed} onPress={proxy.toggle}>
      {proxy.label}
    </Button>
  );
}

import type { Ticket, TicketLine, TicketSubsidy } from '../../../../shared/contract/till.ts';
import { ONE } from '../../../../shared/domain/quantity.ts';
import { formatRupiah } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import type { Action } from '../../../keyboard/action.ts';
import { say } from '../../../ui/messages.ts';
import type { Basket } from '../use-basket.ts';

const words = id.subsidyTill.cylinder;

type Cylinders = TicketSubsidy['cylinders'][number];

/** What can be done about the empty cylinders of one kind. */
export interface CylinderActions {
  readonly buy: Action;
  readonly loan: Action;
  /** One more empty one comes in: the newest cylinder bought or lent goes off the ticket. */
  readonly more: Action;
}

/** What a cylinder costs, and what is left as a deposit for one, in rupiah; null while that is not known. */
export interface CylinderPrices {
  readonly buy: number | null;
  readonly loan: number | null;
}

/** The empty cylinders on the ticket that are asked about: the kind with refills, the first of them. */
export function cylindersOf({ cylinders }: TicketSubsidy): Cylinders | null {
  return cylinders.find(({ refillThousandths }) => refillThousandths > 0) ?? null;
}

/** Buying a cylinder or taking one on loan is a line of its own: it is rung up, and taken off again. */
export function cylinderActions(
  basket: Basket,
  ticket: Ticket,
  kind: Cylinders,
  prices: CylinderPrices,
): CylinderActions {
  const { emptyProductId, depositProductId } = kind;
  const comesIn = kind.emptiesThousandths > 0;
  const ringUp = (name: 'buy' | 'loan', key: string, productId: string | null): Action => ({
    id: `subsidy.cylinder-${name}`,
    label: words[name](prices[name] === null ? '' : formatRupiah(prices[name])),
    help: words[`${name}Help`],
    key,
    enabled: comesIn && productId !== null,
    whyNot: productId === null ? sayNotSet : sayAllOut,
    perform: () => {
      if (productId !== null) basket.add(productId, ONE);
    },
  });
  const line = ticket.lines.findLast(
    ({ productId }) => productId === emptyProductId || productId === depositProductId,
  );
  return {
    buy: ringUp('buy', '6', emptyProductId),
    loan: ringUp('loan', '7', depositProductId),
    more: {
      id: 'subsidy.cylinder-more',
      label: words.more,
      help: words.moreHelp,
      key: '+',
      enabled: line !== undefined,
      whyNot: () => say({ tone: 'attention', passing: true, title: words.full, text: words.fullText }),
      perform: () => {
        if (line !== undefined) oneLess(basket, line);
      },
    },
  };
}

function oneLess(basket: Basket, line: TicketLine): void {
  if (line.quantityThousandths > ONE) basket.setQuantity(line, line.quantityThousandths - ONE);
  else basket.remove(line, { reason: 'less', note: '' });
}

function sayNotSet(): void {
  say({ tone: 'attention', passing: true, title: words.none, text: words.noneText });
}

function sayAllOut(): void {
  say({ tone: 'attention', passing: true, title: words.allOut, text: words.allOutText });
}

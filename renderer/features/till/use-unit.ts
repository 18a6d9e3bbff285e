import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { TicketLine } from '../../../shared/contract/till.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { Refusal } from '../../data/refusal.ts';
import type { Action } from '../../keyboard/action.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import { nextUnit } from './next-unit.ts';
import type { Basket } from './use-basket.ts';

/** How long a line stands before its other units are asked for, in milliseconds. */
const STANDS = 250;

/** Satuan: sells the chosen line by the next of its product's units. */
export function useUnitAction(basket: Basket, noLine: () => void): Action {
  const { current } = basket;
  const client = useQueryClient();
  const product = useProductOf(current);
  const next = current === undefined || product === undefined ? null : nextUnit(product, current.unit);
  const underWay = useRef(false);
  const change = async (line: TicketLine): Promise<void> => {
    const sold = await productOf(client, line);
    if (sold === undefined) return;
    const unit = nextUnit(sold, line.unit);
    if (unit === null) sayOnly();
    else if (await basket.setUnit(line, unit)) {
      say({ tone: 'done', title: id.till.unit.changed(line.name, unit) });
    }
  };
  return {
    id: 'till.unit',
    key: 'ArrowRight',
    label: id.till.action.unit,
    help: id.till.action.unitHelp,
    icon: 'box',
    enabled: current?.labelled === false && (product === undefined || next !== null),
    whyNot: current === undefined ? noLine : sayOnly,
    perform: () => {
      // A key held down, or a second press on its way, would go past the unit that was meant.
      if (current === undefined || underWay.current || basket.busy()) return;
      underWay.current = true;
      void change(current).finally(() => {
        underWay.current = false;
      });
    },
  };
}

/** The product that a line is of; undefined where the engine refused to say, which has been said in words. */
async function productOf(client: QueryClient, { productId }: TicketLine) {
  try {
    return await client.query(ask.product(productId));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sayRefusal(error.fault);
    return undefined;
  }
}

function sayOnly(): void {
  say({ tone: 'attention', passing: true, title: id.till.unit.only, text: id.till.unit.onlyText });
}

/**
 * The product of a line that has stood for a moment. While scans follow one another nobody looks at
 * its units, and asking for them would only hold up the next one.
 */
function useProductOf(line: TicketLine | undefined) {
  const productId = line?.productId ?? '';
  const [stood, setStood] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setStood(productId), STANDS);
    return () => clearTimeout(timer);
  }, [productId]);
  const answer = useQuery({ ...ask.product(productId), enabled: productId !== '' && stood === productId });
  return answer.data;
}

import { useQuery } from '@tanstack/react-query';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import type { Action } from '../../keyboard/action.ts';
import { say } from '../../ui/messages.ts';
import { nextUnit } from './next-unit.ts';
import type { Basket } from './use-basket.ts';

/** Satuan: sells the chosen line by the next of its product's units. */
export function useUnitAction(basket: Basket, noLine: () => void): Action {
  const { current } = basket;
  const product = useQuery({
    ...ask.product(current?.productId ?? ''),
    enabled: current !== undefined,
  }).data;
  const next = current === undefined || product === undefined ? null : nextUnit(product, current.unit);
  const only = () =>
    say({ tone: 'attention', passing: true, title: id.till.unit.only, text: id.till.unit.onlyText });
  return {
    id: 'till.unit',
    key: 'ArrowRight',
    label: id.till.action.unit,
    help: id.till.action.unitHelp,
    icon: 'box',
    enabled: next !== null && current?.labelled === false,
    whyNot: current === undefined ? noLine : only,
    perform: () => {
      // A key held down, or a second press on its way, would go past the unit that was meant.
      if (current === undefined || next === null || basket.waiting > 0) return;
      void basket.setUnit(current, next).then((done) => {
        if (done) say({ tone: 'done', title: id.till.unit.changed(current.name, next) });
      });
    },
  };
}

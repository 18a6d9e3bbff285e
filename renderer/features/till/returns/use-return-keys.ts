import type { ReturnableSale } from '../../../../shared/contract/returns.ts';
import { id } from '../../../../shared/i18n/id.ts';
import type { Action } from '../../../keyboard/action.ts';
import {
  goodsOf,
  withEverything,
  withQuantity,
  withStep,
  withTurnedCondition,
  type ReturnableLine,
  type ReturnDraft,
} from './return-draft.ts';

const words = id.returns;

interface Keys {
  readonly sale: ReturnableSale;
  readonly draft: ReturnDraft;
  readonly current: ReturnableLine | undefined;
  readonly change: (draft: ReturnDraft) => void;
  readonly choose: (lineId: string) => void;
  readonly onType: () => void;
  readonly onBack: () => void;
  readonly payBack: () => Promise<void>;
  readonly exchange: () => Promise<void>;
}

/** What the keys of the return screen do, for the screen and its buttons. */
export function useReturnKeys(keys: Keys) {
  const { sale, draft, current, change, onType, onBack } = keys;
  const can = { enabled: current !== undefined && current.leftThousandths > 0 };
  const at = (run: (line: ReturnableLine) => void) => () => {
    if (current !== undefined) run(current);
  };
  const some = goodsOf(sale, draft) !== null;
  const grid: Action[] = [
    { ...action('quantity', 'F3', words.quantity, words.quantityHelp, onType), icon: 'hash', ...can },
    {
      ...action('all', 'F6', words.all, words.allHelp, () => change(withEverything(draft, sale.lines))),
      icon: 'check',
      enabled: sale.lines.some((line) => line.leftThousandths > 0),
    },
    {
      ...action(
        'damage',
        'F7',
        words.damage,
        words.damageHelp,
        at((line) => change(withTurnedCondition(draft, line))),
      ),
      icon: 'box',
      ...can,
    },
    {
      ...action(
        'none',
        'Delete',
        words.none,
        words.noneHelp,
        at((line) => change(withQuantity(draft, line, 0))),
      ),
      icon: 'trash',
      ...can,
    },
  ];
  const exchange: Action = {
    ...action('exchange', 'F8', words.exchange, words.exchangeHelp, () => void keys.exchange()),
    icon: 'return',
  };
  const complete = action('complete', 'F9', words.complete, words.completeHelp, () => void keys.payBack());
  const back = action('back', 'Escape', words.back, words.backHelp, onBack);
  const step = (by: 1 | -1) => at((line) => change(withStep(draft, line, by)));
  const silent = [
    silently('+', words.more, step(1)),
    silently('ArrowRight', words.more, step(1)),
    silently('-', words.less, step(-1)),
    silently('ArrowLeft', words.less, step(-1)),
    silently('ArrowDown', words.column.product, () => choose(keys, 1)),
    silently('ArrowUp', words.column.product, () => choose(keys, -1)),
  ];
  return {
    grid,
    exchange,
    complete: some ? complete : { ...complete, enabled: false, whyNot: complete.perform },
    back,
    all: [...grid, exchange, complete, back, ...silent],
  };
}

function action(name: string, key: string, label: string, help: string, perform: () => void): Action {
  return { id: `return.${name}`, key, label, help, perform };
}

function silently(key: string, label: string, perform: () => void): Action {
  return { id: `return.${key}`, key, label, silent: true, perform };
}

function choose({ sale, current, choose: set }: Keys, by: 1 | -1): void {
  const at = sale.lines.findIndex((line) => line.lineId === current?.lineId);
  const next = sale.lines[Math.min(Math.max(0, at + by), sale.lines.length - 1)];
  if (next !== undefined) set(next.lineId);
}

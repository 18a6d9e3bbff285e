import type { WaitingEntry } from '../../../../shared/contract/subsidy.ts';
import type { Ticket } from '../../../../shared/contract/till.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import type { Action } from '../../../keyboard/action.ts';
import { say, sayMissing, sayRefusal } from '../../../ui/messages.ts';
import { play } from '../../../ui/sounds.ts';
import type { Basket } from '../use-basket.ts';
import { useOneAtATime } from '../use-one-at-a-time.ts';
import { useSettled } from '../../../keyboard/use-settled.ts';

const words = id.subsidyTill.waiting;

interface WaitingState {
  readonly basket: Basket;
  /** The open ticket: somebody is served only while it is empty. */
  readonly ticket: Ticket;
  readonly entries: readonly WaitingEntry[];
  readonly chosen: WaitingEntry | undefined;
  readonly choose: (entryId: string) => void;
  readonly onLeave: (serving: boolean) => void;
}

interface WaitingActions {
  readonly serve: Action;
  readonly gone: Action;
  readonly back: Action;
  /** Enter and the arrows. */
  readonly silent: readonly Action[];
}

/** What can be done about those who wait: serve the chosen one, or take them off the list. */
export function useWaitingActions(state: WaitingState): WaitingActions {
  const { basket, ticket, entries, chosen, choose, onLeave } = state;
  const remove = useCommand(engine.subsidy.removeWaiting);
  const once = useOneAtATime();
  // The key that left the last sale must not serve somebody nobody has looked at.
  const isSettled = useSettled();
  const nameOf = ({ maskedName }: WaitingEntry): string => (maskedName === '' ? words.noName : maskedName);
  const serveOne = async (entry: WaitingEntry) => {
    const reply = await basket.serveWaiting(entry.entryId);
    if (!reply.ok) return;
    play('accepted');
    onLeave(true);
    say({ tone: 'done', icon: 'user', title: words.served(nameOf(entry)) });
  };
  const removeOne = async (entry: WaitingEntry) => {
    const reply = await remove.run({ entryIds: [entry.entryId] });
    if (reply.ok) say({ tone: 'done', icon: 'user', title: words.goneDone(nameOf(entry)) });
    else sayRefusal(reply.error);
  };
  const serve: Action = {
    id: 'till.serve-waiting',
    label: words.serve,
    help: words.serveHelp,
    key: 'F9',
    enabled: chosen !== undefined && ticket.lines.length === 0,
    ...(ticket.lines.length > 0 ? { whyNot: () => sayMissing('waiting.ticket-busy') } : {}),
    perform: () => {
      if (chosen !== undefined && isSettled()) once(() => serveOne(chosen));
    },
  };
  return {
    serve,
    gone: {
      id: 'till.waiting-gone',
      label: words.gone,
      help: words.goneHelp,
      key: 'Delete',
      icon: 'minus',
      enabled: chosen !== undefined,
      perform: () => {
        if (chosen !== undefined) once(() => removeOne(chosen));
      },
    },
    back: {
      id: 'till.waiting-back',
      label: id.till.action.basket,
      help: id.till.action.basketHelp,
      key: 'Escape',
      icon: 'back',
      perform: () => onLeave(false),
    },
    silent: [
      { ...serve, id: 'till.serve-enter', key: 'Enter', silent: true },
      ...movingActions(entries, chosen, choose),
    ],
  };
}

/** Arrows, and pages of ten for a long line. */
function movingActions(
  entries: readonly WaitingEntry[],
  chosen: WaitingEntry | undefined,
  choose: (entryId: string) => void,
): Action[] {
  const at = entries.findIndex(({ entryId }) => entryId === chosen?.entryId);
  const move = (key: string, label: string, by: number): Action => ({
    id: `till.waiting-${key}`,
    label,
    key,
    silent: true,
    perform: () => {
      const next = entries[Math.min(Math.max(0, at + by), entries.length - 1)];
      if (next !== undefined) choose(next.entryId);
    },
  });
  const { up, down } = id.till.action;
  return [
    move('ArrowUp', up, -1),
    move('ArrowDown', down, 1),
    move('PageUp', up, -10),
    move('PageDown', down, 10),
  ];
}

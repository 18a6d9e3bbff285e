import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { WaitingEntry } from '../../../../shared/contract/subsidy.ts';
import type { Ticket } from '../../../../shared/contract/till.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { useHome } from '../../../keyboard/home.ts';
import { useActions, useScanner } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { MessageStrip } from '../../../ui/message-strip.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Fault, Waiting } from '../../../ui/states.tsx';
import screen from '../recall.module.css';
import type { Basket } from '../use-basket.ts';
import { useWaitingActions } from './use-waiting-actions.ts';
import { WaitingList } from './waiting-list.tsx';
import { WaitingPerson } from './waiting-person.tsx';

const words = id.subsidyTill.waiting;

interface WaitingScreenProps {
  readonly basket: Basket;
  readonly ticket: Ticket;
  /** Back to the basket: with somebody served, or without. */
  readonly onLeave: (serving: boolean) => void;
}

/** Delivery day: who waits, with the quota already checked; one key rings up what they asked for. */
export function WaitingScreen({ basket, ticket, onLeave }: WaitingScreenProps) {
  const work = useRef<HTMLElement>(null);
  const waiting = useQuery(ask.waiting());
  const [chosenId, choose] = useState<string | null>(null);
  const entries: readonly WaitingEntry[] = waiting.data?.entries ?? [];
  const chosen = entries.find(({ entryId }) => entryId === chosenId) ?? entries[0];
  const actions = useWaitingActions({ basket, ticket, entries, chosen, choose, onLeave });
  useHome(work);
  useActions([actions.serve, actions.gone, actions.back, ...actions.silent]);
  useScanner((code) => {
    onLeave(false);
    basket.scan(code, null);
  });
  return (
    <main className={screen.screen} aria-label={words.title}>
      {/* The keys of this screen want no button or field that would keep Enter for itself. */}
      <section ref={work} tabIndex={-1} className={screen.work} aria-label={words.list}>
        <Sheet className={screen.head}>
          <h1>{words.title}</h1>
          <p>{words.count(entries.length)}</p>
        </Sheet>
        <MessageStrip />
        <Sheet className={screen.list}>
          {waiting.isError && <Fault error={waiting.error} />}
          {waiting.isPending && <Waiting />}
          {waiting.data && <WaitingList entries={entries} chosen={chosen} onChoose={choose} />}
        </Sheet>
      </section>
      <aside className={screen.rail}>
        {chosen && <WaitingPerson entry={chosen} knownBy={waiting.data?.knownBy ?? 'store'} />}
        <ActionButton action={actions.gone} withIcon keepsFocus />
        <NextStep back={actions.back} main={actions.serve} keepsFocus />
      </aside>
    </main>
  );
}

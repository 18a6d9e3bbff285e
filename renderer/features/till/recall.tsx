import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ParkedTicket, Ticket } from '../../../shared/contract/till.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions, useScanner } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { MessageStrip } from '../../ui/message-strip.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Fault, Waiting } from '../../ui/states.tsx';
import { DropEntry } from './drop-entry.tsx';
import { Items } from './items.tsx';
import { ParkedList } from './parked-list.tsx';
import styles from './recall.module.css';
import type { Basket } from './use-basket.ts';
import { useRecallActions } from './use-recall-actions.ts';

interface RecallProps {
  readonly basket: Basket;
  readonly ticket: Ticket;
  readonly onBack: () => void;
}

/** F7: the tickets put aside, and what is on the chosen one. Replaces the work area. */
export function Recall({ basket, ticket, onBack }: RecallProps) {
  const work = useRef<HTMLElement>(null);
  const parked = useQuery(ask.parkedTickets());
  const [chosenId, setChosenId] = useState<string | null>(null);
  const tickets = parked.data ?? [];
  const chosen = tickets.find(({ ticketId }) => ticketId === chosenId) ?? tickets[0];
  const [dropping, setDropping] = useState<ParkedTicket | null>(null);
  const actions = useRecallActions({
    basket,
    ticket,
    tickets,
    chosen,
    choose: setChosenId,
    onDrop: setDropping,
    onBack,
  });
  useHome(work, dropping === null);
  useActions([actions.call, actions.drop, actions.back, ...actions.silent]);
  useScanner((code) => {
    onBack();
    basket.scan(code, null);
  });

  return (
    <main className={styles.screen} aria-label={id.parking.title}>
      {/* The keys of this screen want no button or field that would keep Enter for itself. */}
      <section ref={work} tabIndex={-1} className={styles.work} aria-label={id.parking.list}>
        {dropping === null ? (
          <Sheet className={styles.head}>
            <h1>{id.parking.title}</h1>
            <p>{id.parking.hint}</p>
          </Sheet>
        ) : (
          <DropEntry ticket={dropping} onDone={() => setDropping(null)} />
        )}
        <MessageStrip />
        <Sheet className={styles.list}>
          {parked.isError && <Fault error={parked.error} />}
          {parked.isPending && <Waiting />}
          {parked.data && <ParkedList tickets={parked.data} chosen={chosen} onChoose={setChosenId} />}
        </Sheet>
      </section>
      <aside className={styles.rail}>
        {chosen && <Items lines={chosen.lines} />}
        <ActionButton action={actions.drop} withIcon keepsFocus />
        <NextStep back={actions.back} main={actions.call} keepsFocus />
      </aside>
    </main>
  );
}

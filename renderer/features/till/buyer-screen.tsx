import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { Ticket } from '../../../shared/contract/till.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions, useScanner } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { MessageStrip } from '../../ui/message-strip.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Fault } from '../../ui/states.tsx';
import { choicesOf } from './buyer-choice.ts';
import { BuyerList } from './buyer-list.tsx';
import { BuyerPanel } from './buyer-panel.tsx';
import { Items } from './items.tsx';
import styles from './reprint.module.css';
import type { Basket } from './use-basket.ts';
import { useBuyerActions } from './use-buyer-actions.ts';

const words = id.ticketBuyer;

interface BuyerScreenProps {
  readonly basket: Basket;
  readonly ticket: Ticket;
  readonly onBack: () => void;
}

/** F4: for whom the basket is. Replaces the work area; a scan goes to the basket, a card attaches. */
export function BuyerScreen({ basket, ticket, onBack }: BuyerScreenProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const members = useQuery({ ...ask.findMembers(text), placeholderData: keepPreviousData });
  const buyers = useQuery({ ...ask.buyerPage({ text, limit: 20 }), placeholderData: keepPreviousData });
  const choices = choicesOf(text, members.data ?? [], buyers.data?.buyers ?? [], ticket.buyer);
  // Nobody has asked for anybody yet: then Enter must not attach whoever stands first.
  const first = text.trim() === '' ? -1 : 0;
  const at = Math.max(
    first,
    choices.findIndex(({ key }) => key === chosenKey),
  );
  const chosen = choices[at];
  const actions = useBuyerActions({ basket, ticket, text, chosen, onBack });
  useHome(field);
  useActions(Object.values({ ...actions }));
  useScanner((code) => {
    onBack();
    basket.scan(code, null);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setChosenKey(choices[at + 1]?.key ?? chosen?.key ?? null);
    else if (event.key === 'ArrowUp') setChosenKey(choices[at - 1]?.key ?? chosen?.key ?? null);
    // While the list still shows what an older text found, Enter could take somebody else.
    else if (
      event.key === 'Enter' &&
      !event.repeat &&
      !members.isPlaceholderData &&
      !buyers.isPlaceholderData
    )
      actions.attach.perform();
    else return;
    event.preventDefault();
  };
  return (
    <main className={styles.screen} aria-label={words.title} data-narrow-rail="">
      <section className={styles.work}>
        <Sheet className={styles.head}>
          <h1>{words.title}</h1>
          <input
            ref={field}
            className={styles.find}
            aria-label={words.find}
            placeholder={words.findPlaceholder}
            autoComplete="off"
            spellCheck={false}
            maxLength={80}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setChosenKey(null);
            }}
            onKeyDown={onKeyDown}
          />
        </Sheet>
        <MessageStrip />
        <Sheet label={words.list} className={styles.list}>
          {members.isError && <Fault error={members.error} />}
          <BuyerList choices={choices} chosen={chosen} onChoose={setChosenKey} />
        </Sheet>
      </section>
      <aside className={styles.rail}>
        <BuyerPanel buyer={ticket.buyer} />
        <Items lines={ticket.lines} />
        <ActionButton action={actions.add} withIcon keepsFocus />
        <ActionButton action={actions.detach} withIcon keepsFocus />
        <NextStep back={actions.back} main={actions.attach} keepsFocus />
      </aside>
    </main>
  );
}

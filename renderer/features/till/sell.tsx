import { useRef, useState } from 'react';
import type { Ticket } from '../../../shared/contract/till.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useHome } from '../../keyboard/home.ts';
import { useScanner } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { MessageStrip } from '../../ui/message-strip.tsx';
import { BasketTable } from './basket-table.tsx';
import { BuyerPanel, hasBuyer } from './buyer-panel.tsx';
import { Heard } from './heard.tsx';
import { LastSale } from './last-sale.tsx';
import { LineEntry, type EntryName } from './line-entry.tsx';
import { ScanBox } from './scan-box.tsx';
import { SellKeys } from './sell-keys.tsx';
import styles from './sell.module.css';
import { useLineStates } from './subsidy/line-state.ts';
import { SubsidyStrip } from './subsidy/subsidy-strip.tsx';
import { TotalPanel } from './total-panel.tsx';
import { readScan } from './typed.ts';
import type { Basket } from './use-basket.ts';
import { useSellActions, type Ways } from './use-sell-actions.ts';

interface SellProps {
  readonly basket: Basket;
  readonly ticket: Ticket;
  readonly ways: Ways;
}

/** The selling screen: scan box, basket, total, keys. */
export function Sell({ basket, ticket, ways }: SellProps) {
  const scanField = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const { entry, line, open, close } = useEntryAtLine(basket, ticket);
  useHome(scanField, entry === 'scan');
  useScanner((scanned) => {
    const { code, quantity } = readScan(scanned, text);
    basket.scan(code, quantity);
    setText('');
    close();
  });
  const actions = useSellActions(basket, ways, open);
  const states = useLineStates(ticket);

  return (
    <main className={styles.till}>
      <section className={styles.work} aria-label={id.till.basket}>
        <div className={styles.scan}>
          {entry === 'scan' || line === undefined ? (
            <>
              <ScanBox field={scanField} text={text} onText={setText} basket={basket} />
              <Heard heard={basket.heard} waiting={basket.waiting} />
            </>
          ) : (
            <LineEntry
              key={`${entry} ${line.lineId}`}
              entry={entry}
              ticket={ticket}
              line={line}
              basket={basket}
              onDone={close}
            />
          )}
        </div>
        <MessageStrip />
        <SubsidyStrip ticket={ticket} open={actions.buyer} />
        <BasketTable lines={ticket.lines} states={states} current={basket.current} onChoose={basket.choose} />
      </section>
      <aside className={styles.rail}>
        <TotalPanel ticket={ticket} />
        {hasBuyer(ticket.buyer) ? (
          <BuyerPanel buyer={ticket.buyer} />
        ) : (
          <LastSale reprint={actions.reprint} />
        )}
        {actions.waiting.enabled === true && <ActionButton action={actions.waiting} withIcon keepsFocus />}
        <SellKeys actions={actions} />
        <ActionButton action={actions.pay} kind="main" size="huge" keepsFocus className={styles.pay} />
      </aside>
    </main>
  );
}

/** What is being asked in the place of the scan box, and about which line. */
function useEntryAtLine(basket: Basket, ticket: Ticket) {
  const [asked, setAsked] = useState<{ readonly entry: EntryName; readonly lineId: string | undefined }>({
    entry: 'scan',
    lineId: undefined,
  });
  const line = ticket.lines.find(({ lineId }) => lineId === asked.lineId);
  // A question is about a line: with the line gone, the next buyer finds the scan box.
  const entry: EntryName = line === undefined ? 'scan' : asked.entry;
  if (entry !== asked.entry) setAsked({ entry, lineId: undefined });
  return {
    entry,
    line,
    open: (next: EntryName) => setAsked({ entry: next, lineId: basket.current?.lineId }),
    close: () => setAsked({ entry: 'scan', lineId: undefined }),
  };
}

import { useRef, useState } from 'react';
import type { Ticket } from '../../../shared/contract/till.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useHome } from '../../keyboard/home.ts';
import { useReachable, useScanner } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { MessageStrip } from '../../ui/message-strip.tsx';
import { BasketTable } from './basket-table.tsx';
import { Heard } from './heard.tsx';
import { LastSale } from './last-sale.tsx';
import { ParkEntry } from './park-entry.tsx';
import { QuantityEntry } from './quantity-entry.tsx';
import { ScanBox } from './scan-box.tsx';
import styles from './sell.module.css';
import { TotalPanel } from './total-panel.tsx';
import { readTyped, waitingQuantity } from './typed.ts';
import type { Basket } from './use-basket.ts';
import { useSellActions, type SellActions } from './use-sell-actions.ts';

interface SellProps {
  readonly basket: Basket;
  readonly ticket: Ticket;
  readonly onPay: () => void;
  readonly onRecall: () => void;
  readonly onReprint: () => void;
}

/** The selling screen: scan box, basket, total, keys. */
export function Sell({ basket, ticket, onPay, onRecall, onReprint }: SellProps) {
  const scanField = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [wanted, setEntry] = useState<Entry>('scan');
  // A quantity or a label is about a line: with the last one gone, the next buyer finds the scan box.
  const entry = basket.current === undefined ? 'scan' : wanted;
  if (entry !== wanted) setEntry(entry);
  useHome(scanField, entry === 'scan');
  useScanner((code) => {
    // A quantity typed right before the scan may have been taken for its beginning.
    const read = readTyped(code);
    if (read.kind === 'code' && read.quantity !== null) basket.scan(read.code, read.quantity);
    else basket.scan(code, waitingQuantity(text));
    setText('');
    setEntry('scan');
  });
  const actions = useSellActions(basket, {
    onPay,
    onRecall,
    onReprint,
    onQuantity: () => setEntry('quantity'),
    onPark: () => setEntry('park'),
  });

  return (
    <main className={styles.till}>
      <section className={styles.work} aria-label={id.till.basket}>
        <div className={styles.scan}>
          {entry === 'scan' ? (
            <>
              <ScanBox field={scanField} text={text} onText={setText} basket={basket} />
              <Heard heard={basket.heard} waiting={basket.waiting} />
            </>
          ) : (
            <EntryAtLine entry={entry} basket={basket} onDone={() => setEntry('scan')} />
          )}
        </div>
        <MessageStrip />
        <BasketTable lines={ticket.lines} current={basket.current} onChoose={basket.choose} />
      </section>
      <aside className={styles.rail}>
        <TotalPanel ticket={ticket} />
        <LastSale reprint={actions.reprint} />
        <Keys actions={actions} />
        <ActionButton action={actions.pay} kind="main" size="huge" keepsFocus className={styles.pay} />
      </aside>
    </main>
  );
}

/** What stands where the scan box is: the box itself, a quantity, or the label of a ticket put aside. */
type Entry = 'scan' | 'quantity' | 'park';

interface EntryAtLineProps {
  readonly entry: Exclude<Entry, 'scan'>;
  readonly basket: Basket;
  readonly onDone: () => void;
}

function EntryAtLine({ entry, basket, onDone }: EntryAtLineProps) {
  const { current: line } = basket;
  if (line === undefined) return null;
  if (entry === 'park') return <ParkEntry basket={basket} onDone={onDone} />;
  return (
    <QuantityEntry
      key={line.lineId}
      line={line}
      onBack={onDone}
      onSet={(quantity) => {
        basket.setQuantity(line, quantity);
        onDone();
      }}
    />
  );
}

/** The button grid: what the keys do, for fingers and for those who are new. */
function Keys({ actions }: { readonly actions: SellActions }) {
  const help = useReachable('app.help');
  const menu = useReachable('app.menu');
  const { search, quantity, park, recall, remove, abandon } = actions;
  const grid = [help, menu, search, quantity, park, recall, remove, abandon].filter(
    (action) => action !== undefined,
  );
  return (
    <nav className={styles.keys} aria-label={id.till.work}>
      {grid.map((action) => (
        <ActionButton key={action.id} action={action} withIcon keepsFocus className={styles.key} />
      ))}
    </nav>
  );
}

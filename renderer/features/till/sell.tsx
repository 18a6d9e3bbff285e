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
  readonly onReprint: () => void;
}

/** The selling screen: scan box, basket, total, keys. */
export function Sell({ basket, ticket, onPay, onReprint }: SellProps) {
  const scanField = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [entering, setEntering] = useState(false);
  const quantityOpen = entering && basket.current !== undefined;
  useHome(scanField, !quantityOpen);
  useScanner((code) => {
    // A quantity typed right before the scan may have been taken for its beginning.
    const read = readTyped(code);
    if (read.kind === 'code' && read.quantity !== null) basket.scan(read.code, read.quantity);
    else basket.scan(code, waitingQuantity(text));
    setText('');
    setEntering(false);
  });
  const actions = useSellActions(basket, { onPay, onReprint, onQuantity: () => setEntering(true) });

  return (
    <main className={styles.till}>
      <section className={styles.work} aria-label={id.till.basket}>
        <div className={styles.scan}>
          {quantityOpen && basket.current !== undefined ? (
            <QuantityEntry
              key={basket.current.lineId}
              line={basket.current}
              onBack={() => setEntering(false)}
              onSet={(quantity) => {
                if (basket.current !== undefined) basket.setQuantity(basket.current, quantity);
                setEntering(false);
              }}
            />
          ) : (
            <ScanBox field={scanField} text={text} onText={setText} basket={basket} />
          )}
          {!quantityOpen && <Heard heard={basket.heard} waiting={basket.waiting} />}
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

/** The button grid: what the keys do, for fingers and for those who are new. */
function Keys({ actions }: { readonly actions: SellActions }) {
  const help = useReachable('app.help');
  const menu = useReachable('app.menu');
  const { search, quantity, remove, abandon } = actions;
  const grid = [help, menu, search, quantity, remove, abandon].filter((action) => action !== undefined);
  return (
    <nav className={styles.keys} aria-label={id.till.work}>
      {grid.map((action) => (
        <ActionButton key={action.id} action={action} withIcon keepsFocus className={styles.key} />
      ))}
    </nav>
  );
}

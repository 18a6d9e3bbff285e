import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { SaleSummary } from '../../../shared/contract/sales.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import type { Action } from '../../keyboard/action.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions, useScanner } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Fault, Waiting } from '../../ui/states.tsx';
import { MessageStrip } from '../../ui/message-strip.tsx';
import { ReceiptPaper } from '../../ui/receipt-paper.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ReceiptList } from './receipt-list.tsx';
import styles from './reprint.module.css';
import { useReprint } from './use-reprint.ts';
import { useSalePapers } from './use-sale-papers.ts';

interface ReprintProps {
  readonly onBack: () => void;
  /** Takes a scanned code to the basket; left out while nothing can be sold. */
  readonly onScan?: (code: string) => void;
  /** Takes goods of a receipt back; left out while nothing can be. */
  readonly onReturn?: (saleId: string) => void;
}

/** F11: the newest receipts, what stands on them, and a SALINAN on Enter. Replaces the work area. */
export function Reprint({ onBack, onScan, onReturn }: ReprintProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const sales = useQuery({ ...ask.recentSales(text), placeholderData: keepPreviousData });
  const chosen = sales.data?.find((sale) => sale.saleId === chosenId) ?? sales.data?.[0];
  const print = usePrintAction(chosen);
  const back = backAction(onBack);
  const takeBack = returnAction(chosen, onReturn);
  const papers = useSalePapers(chosen?.hasBuyer === true ? chosen.saleId : null);
  const step = (by: 1 | -1) => setChosenId(neighbour(sales.data ?? [], chosen, by)?.saleId ?? null);
  useHome(field);
  useActions([print, ...papers, ...(takeBack === null ? [] : [takeBack]), back]);
  useScanner((code) => {
    if (onScan === undefined) return;
    onBack();
    onScan(code);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter' && !event.repeat) print.perform();
    else return;
    event.preventDefault();
  };

  return (
    <main className={styles.screen} aria-label={id.till.reprint.title}>
      <section className={styles.work}>
        <Sheet className={styles.head}>
          <h1>{id.till.reprint.title}</h1>
          <input
            ref={field}
            className={styles.find}
            aria-label={id.till.reprint.find}
            placeholder={id.till.reprint.findPlaceholder}
            autoComplete="off"
            maxLength={40}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </Sheet>
        <MessageStrip />
        <Sheet label={id.till.reprint.list} className={styles.list}>
          {sales.isError && <Fault error={sales.error} />}
          {sales.isPending && <Waiting />}
          {sales.data && <ReceiptList sales={sales.data} chosen={chosen} onChoose={setChosenId} />}
        </Sheet>
      </section>
      <aside className={styles.rail}>
        <Sheet className={styles.preview}>{chosen && <Preview sale={chosen} />}</Sheet>
        {papers.length > 0 && (
          <div className={styles.papers}>
            {papers.map((action) => (
              <ActionButton key={action.id} action={action} keepsFocus withIcon />
            ))}
          </div>
        )}
        {takeBack !== null && <ActionButton action={takeBack} size="tall" keepsFocus withIcon />}
        <div className={styles.buttons}>
          <ActionButton action={back} size="tall" keepsFocus className={styles.back} />
          <ActionButton action={print} kind="main" size="tall" keepsFocus />
        </div>
      </aside>
    </main>
  );
}

function Preview({ sale }: { readonly sale: SaleSummary }) {
  const receipt = useQuery(ask.receipt(sale.saleId));
  return <ReceiptPaper lines={receipt.data?.lines ?? []} label={id.till.reprint.preview} />;
}

function usePrintAction(chosen: SaleSummary | undefined): Action {
  const reprint = useReprint();
  return {
    id: 'till.print-copy',
    label: id.till.reprint.print,
    help: id.till.reprint.printHelp,
    key: 'F11',
    icon: 'printer',
    enabled: chosen !== undefined,
    perform: () => {
      if (chosen !== undefined) void reprint(chosen.saleId, chosen.receipt);
    },
  };
}

/** Goods come back: found in the list where the receipt's barcode can't be scanned. */
function returnAction(
  chosen: SaleSummary | undefined,
  onReturn: ((saleId: string) => void) | undefined,
): Action | null {
  if (onReturn === undefined) return null;
  return {
    id: 'till.return',
    label: id.returns.open,
    help: id.returns.openHelp,
    key: 'F8',
    icon: 'return',
    enabled: chosen !== undefined,
    perform: () => {
      if (chosen !== undefined) onReturn(chosen.saleId);
    },
  };
}

function backAction(onBack: () => void): Action {
  const { basket, basketHelp } = id.till.action;
  return {
    id: 'till.reprint-back',
    label: basket,
    help: basketHelp,
    key: 'Escape',
    icon: 'back',
    perform: onBack,
  };
}

function neighbour(
  sales: readonly SaleSummary[],
  chosen: SaleSummary | undefined,
  by: 1 | -1,
): SaleSummary | undefined {
  const at = sales.findIndex((sale) => sale.saleId === chosen?.saleId);
  return sales[Math.min(Math.max(0, at + by), sales.length - 1)];
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReturnableSale } from '../../../../shared/contract/returns.ts';
import { formatDate, formatTime } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { useShopOffset } from '../../../data/use-shop.ts';
import { useHome } from '../../../keyboard/home.ts';
import { useActions, useScanner } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { MessageStrip } from '../../../ui/message-strip.tsx';
import { hushPassing } from '../../../ui/messages.ts';
import { NextStep } from '../../../ui/next-step.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { shortReceipt } from '../receipt-number.ts';
import { chosenWay, previewOf } from './preview.ts';
import {
  EMPTY_DRAFT,
  goodsOf,
  onlyDeposits,
  withQuantity,
  withStep,
  withTurnedCondition,
  type ReturnDraft,
} from './return-draft.ts';
import { ReturnLines } from './return-lines.tsx';
import { ReturnQuantity } from './return-quantity.tsx';
import { ReturnTerms } from './return-terms.tsx';
import styles from './returns.module.css';
import { useReturnActions, type Returned } from './use-return-actions.ts';
import { useReturnKeys } from './use-return-keys.ts';

const words = id.returns;

interface ReturnWorkProps {
  readonly sale: ReturnableSale;
  readonly onBack: () => void;
  readonly onScan: (code: string) => void;
  readonly onReturned: (returned: Returned) => void;
}

/** The lines of a receipt, and beside them why they come back and what is given for them. */
export function ReturnWork({ sale, onBack, onScan, onReturned }: ReturnWorkProps) {
  const place = useRef<HTMLElement>(null);
  const [draft, setDraft] = useState<ReturnDraft>(EMPTY_DRAFT);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [typing, setTyping] = useState(false);
  const change = (next: ReturnDraft) => {
    hushPassing();
    setDraft(next);
  };
  const worth = useWorth(sale, draft);
  const current = sale.lines.find(({ lineId }) => lineId === chosenId) ?? sale.lines[0];
  const ends = useReturnActions({ sale, draft }, { onReturned, onExchanging: onBack });
  const actions = useReturnKeys({
    sale,
    draft,
    current,
    change,
    choose: setChosenId,
    onType: () => setTyping(true),
    onBack,
    ...ends,
  });
  const setQuantity = (quantity: number) => {
    if (current !== undefined) change(withQuantity(draft, current, quantity));
    setTyping(false);
  };
  useHome(place, !typing);
  useActions(actions.all);
  useScanner(onScan);

  return (
    <main className={styles.screen} aria-label={words.title(shortReceipt(sale.receipt))}>
      {/* The keys of this screen want no button or field that would keep Enter for itself. */}
      <section ref={place} tabIndex={-1} className={styles.work} aria-label={words.goods}>
        {typing && current !== undefined ? (
          <ReturnQuantity line={current} onSet={setQuantity} onBack={() => setTyping(false)} />
        ) : (
          <Head sale={sale} late={sale.late && !onlyDeposits(sale, draft)} />
        )}
        <MessageStrip />
        <Sheet className={styles.list}>
          <ReturnLines
            lines={sale.lines}
            draft={draft}
            current={current}
            onChoose={setChosenId}
            onStep={(line, step) => {
              setChosenId(line.lineId);
              change(withStep(draft, line, step));
            }}
            onTurn={(line) => change(withTurnedCondition(draft, line))}
          />
        </Sheet>
        <nav className={styles.keys} aria-label={id.till.work}>
          {actions.grid.map((action) => (
            <ActionButton key={action.id} action={action} keepsFocus className={styles.key} />
          ))}
        </nav>
      </section>
      <aside className={styles.rail}>
        <ReturnTerms {...worth} draft={draft} onChange={(part) => change({ ...draft, ...part })} />
        <ActionButton action={actions.exchange} withIcon keepsFocus size="tall" />
        <NextStep back={actions.back} main={actions.complete} keepsFocus />
      </aside>
    </main>
  );
}

/** What the chosen goods come to; nothing is asked while nothing is chosen. */
function useWorth(sale: ReturnableSale, draft: ReturnDraft) {
  const goods = goodsOf(sale, draft);
  const asked = useQuery({
    ...previewOf(goods ?? { saleId: sale.saleId, lines: [] }),
    enabled: goods !== null,
    placeholderData: keepPreviousData,
  });
  if (goods === null) return { sale, preview: undefined, way: undefined, error: null };
  const preview = asked.data;
  const way = preview === undefined ? undefined : chosenWay(preview, draft);
  return { sale, preview, way, error: asked.error };
}

function Head({ sale, late }: { readonly sale: ReturnableSale; readonly late: boolean }) {
  const offset = useShopOffset();
  const left = sale.lines.some((line) => line.leftThousandths > 0);
  return (
    <Sheet className={styles.head}>
      <h1>{words.title(shortReceipt(sale.receipt))}</h1>
      {late && <Tag kind="stop">{words.late}</Tag>}
      <p>
        {words.sold(formatDate(sale.businessDate), formatTime(sale.at, offset), sale.cashier)}
        <small>{left ? words.hint : words.nothingLeft}</small>
      </p>
    </Sheet>
  );
}

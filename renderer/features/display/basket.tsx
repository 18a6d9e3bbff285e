import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { DisplayLine, DisplayState } from '../../../shared/contract/display.ts';
import { shortUnit } from '../../../shared/documents/unit-short-forms.ts';
import { formatAmount, formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Money } from '../../ui/money.tsx';
import styles from './basket.module.css';

type BasketProps = Extract<DisplayState, { kind: 'basket' }>;

/** Goods as they are rung up, the newest always in the same place, and what they come to. */
export function Basket({ lines, lineCount, totalRp, savedRp, returnedRp, dueRp }: BasketProps) {
  const frame = useRef<HTMLDivElement>(null);
  const fitting = useFittingRows(frame);
  const seen = lines.slice(-fitting);
  const earlier = lineCount - seen.length;
  return (
    <main className={styles.basket} aria-label={id.display.basket}>
      <section className={styles.goods}>
        <p className={styles.earlier}>{earlier > 0 && id.display.earlier(earlier)}</p>
        <div className={styles.frame} ref={frame}>
          <table aria-label={id.display.basket}>
            <tbody>
              {seen.map((line, index) => (
                // A line has no id here; counted from the first of the basket its place stays its own.
                <Line key={earlier + index} line={line} newest={index === seen.length - 1} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <aside className={styles.sum} aria-label={id.display.total}>
        <div className={styles.head}>
          <b>{id.display.total}</b>
          <span>{id.display.lines(lineCount)}</span>
        </div>
        <Money rp={totalRp} size="fill" final />
        <dl className={styles.facts}>
          {savedRp > 0 && <Fact name={id.display.saved} rp={savedRp} />}
          {returnedRp > 0 && <Fact name={id.display.returned} rp={returnedRp} />}
          {dueRp !== totalRp && <Fact name={id.display.inCash} rp={dueRp} />}
        </dl>
      </aside>
    </main>
  );
}

function Line({ line, newest }: { readonly line: DisplayLine; readonly newest: boolean }) {
  return (
    <tr aria-current={newest ? 'true' : undefined}>
      <td className={styles.quantity}>
        {formatQuantity(line.quantityThousandths)} {shortUnit(line.unit)}
      </td>
      <td className={styles.name}>{line.name}</td>
      <td className={styles.amount}>{formatAmount(line.totalRp)}</td>
    </tr>
  );
}

function Fact({ name, rp }: { readonly name: string; readonly rp: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{formatAmount(rp)}</dd>
    </div>
  );
}

/** How many whole rows the frame holds: half a line at the top would read as another amount. */
function useFittingRows(frame: RefObject<HTMLDivElement | null>): number {
  const [rows, setRows] = useState(1);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => {
      const height = element.querySelector('tr')?.getBoundingClientRect().height ?? 0;
      if (height > 0) setRows(Math.max(1, Math.floor((element.clientHeight + 1) / height)));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [frame]);
  return rows;
}

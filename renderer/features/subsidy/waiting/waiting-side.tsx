import type { OutputOf } from '../../../../shared/contract/define.ts';
import type { contract } from '../../../../shared/contract/index.ts';
import type { ProgrammeGoodsReply } from '../../../../shared/contract/programmes.ts';
import { formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { Note } from '../../../ui/note.tsx';
import panel from '../../../ui/rail-panel.module.css';
import { RailPanel } from '../../../ui/rail-panel.tsx';
import { AddWaiting } from './add-waiting.tsx';
import { EntryDetail } from './entry-detail.tsx';
import type { QueueStock } from './queue-stock.ts';
import styles from './waiting.module.css';

const words = id.subsidyOffice.waiting;

/** What stands beside the line: the stock, somebody who waits, or somebody being added. */
export type OpenedWaiting =
  | { readonly kind: 'entry'; readonly entryId: string }
  /** `text` is what was scanned already. */
  | { readonly kind: 'add'; readonly text: string }
  | null;

type Line = OutputOf<typeof contract.subsidy.waiting>;

interface WaitingSideProps {
  readonly opened: OpenedWaiting;
  readonly waiting: Line;
  readonly goods: readonly ProgrammeGoodsReply[];
  readonly stock: QueueStock;
  readonly onOpen: (opened: OpenedWaiting) => void;
  readonly onClose: () => void;
}

/** Beside the line: what is left for it; or one of those who wait. */
export function WaitingSide({ opened, waiting, goods, stock, onOpen, onClose }: WaitingSideProps) {
  if (opened?.kind === 'add') {
    return <AddWaiting text={opened.text} goods={goods} onClose={onClose} />;
  }
  const entry = waiting.entries.find((each) => each.entryId === opened?.entryId);
  if (entry !== undefined) {
    return <EntryDetail key={entry.entryId} entry={entry} knownBy={waiting.knownBy} onClose={onClose} />;
  }
  return (
    <StockPanel stock={stock} knownBy={waiting.knownBy} onAdd={() => onOpen({ kind: 'add', text: '' })} />
  );
}

interface StockPanelProps {
  readonly stock: QueueStock;
  readonly knownBy: Line['knownBy'];
  readonly onAdd: () => void;
}

/** Full ones left against what is asked. */
function StockPanel({ stock, knownBy, onAdd }: StockPanelProps) {
  const add = {
    id: 'subsidy.waiting-add-next',
    label: words.addNext,
    help: words.addHelp,
    key: 'F9',
    perform: onAdd,
  };
  useActions([add]);
  return (
    <RailPanel
      title={words.stock}
      foot={
        <>
          <Note>{id.subsidyOffice.knownBy[knownBy]}</Note>
          <NextStep main={add} />
        </>
      }
    >
      {stock.products.length === 0 && <p className={panel.quiet}>{words.stockEmpty}</p>}
      {stock.products.map((product) => (
        <div key={product.productId} className={styles.stock}>
          <h3>{product.name}</h3>
          <Facts
            rows={[
              { name: words.onHand, value: `${formatQuantity(product.onHandThousandths)} ${product.unit}` },
              { name: words.asked, value: `${formatQuantity(product.askedThousandths)} ${product.unit}` },
              {
                name: product.leftThousandths < 0 ? words.missing : words.left,
                value: (
                  <span className={styles.left}>{formatQuantity(Math.abs(product.leftThousandths))}</span>
                ),
                sum: true,
              },
            ]}
          />
        </div>
      ))}
    </RailPanel>
  );
}

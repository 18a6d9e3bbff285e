import { shortUnit } from '../../../../shared/documents/unit-short-forms.ts';
import { formatAmount, formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import ledger from '../../../ui/ledger.module.css';
import { Tag } from '../../../ui/tag.tsx';
import { draftOf, type ReturnableLine, type ReturnDraft } from './return-draft.ts';
import styles from './returns.module.css';

const words = id.returns;

interface ReturnLinesProps {
  readonly lines: readonly ReturnableLine[];
  readonly draft: ReturnDraft;
  readonly current: ReturnableLine | undefined;
  readonly onChoose: (lineId: string) => void;
  readonly onStep: (line: ReturnableLine, step: 1 | -1) => void;
  readonly onTurn: (line: ReturnableLine) => void;
}

/** The receipt's lines with what of each comes back. */
export function ReturnLines({ lines, draft, current, onChoose, onStep, onTurn }: ReturnLinesProps) {
  const { column } = words;
  return (
    <table className={ledger.ledger} aria-label={words.goods}>
      <thead>
        <tr>
          <th>{column.product}</th>
          <th className={ledger.num}>{column.sold}</th>
          <th className={ledger.num}>{column.left}</th>
          <th>{column.back}</th>
          <th>{column.condition}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr
            key={line.lineId}
            ref={line === current ? intoView : null}
            className={styles.row}
            aria-current={line === current ? 'true' : undefined}
            onClick={() => onChoose(line.lineId)}
          >
            <td>
              {line.name}
              <small className={styles.price}>
                {formatAmount(line.unitPriceRp)} / {shortUnit(line.unit)}
              </small>
            </td>
            <td className={ledger.num}>{withUnit(line.soldThousandths, line.unit)}</td>
            <td className={ledger.num}>
              {line.leftThousandths === 0 ? words.allBack : withUnit(line.leftThousandths, line.unit)}
            </td>
            <td>{line.leftThousandths > 0 && <Steps line={line} draft={draft} onStep={onStep} />}</td>
            <td>
              {draftOf(draft, line.lineId).quantityThousandths > 0 && (
                <Condition damaged={draftOf(draft, line.lineId).damaged} onTurn={() => onTurn(line)} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface StepsProps {
  readonly line: ReturnableLine;
  readonly draft: ReturnDraft;
  readonly onStep: (line: ReturnableLine, step: 1 | -1) => void;
}

function Steps({ line, draft, onStep }: StepsProps) {
  const { quantityThousandths } = draftOf(draft, line.lineId);
  return (
    <div className={styles.steps}>
      <Button
        keepsFocus
        label={`${words.less}: ${line.name}`}
        disabled={quantityThousandths === 0}
        onPress={() => onStep(line, -1)}
      >
        <Icon name="minus" />
      </Button>
      <output className={styles.back} data-some={quantityThousandths > 0 ? '' : undefined}>
        {formatQuantity(quantityThousandths)}
      </output>
      <Button
        keepsFocus
        label={`${words.more}: ${line.name}`}
        disabled={quantityThousandths === line.leftThousandths}
        onPress={() => onStep(line, 1)}
      >
        <Icon name="plus" />
      </Button>
    </div>
  );
}

function Condition({ damaged, onTurn }: { readonly damaged: boolean; readonly onTurn: () => void }) {
  return (
    <Button keepsFocus onPress={onTurn} label={words.damage}>
      {damaged ? <Tag kind="stop">{words.condition.damaged}</Tag> : words.condition.sellable}
    </Button>
  );
}

function withUnit(quantity: number, unit: string): string {
  return `${formatQuantity(quantity)} ${shortUnit(unit)}`;
}

function intoView(row: HTMLTableRowElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}

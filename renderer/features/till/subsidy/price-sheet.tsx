import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
import type { LineJudgement } from '../../../../shared/domain/programmes/verdict.ts';
import { formatAmount, formatDate } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import styles from './price-sheet.module.css';
import { useProgrammeNames } from '../../../data/use-programmes.ts';

const words = id.subsidyTill.price;

interface PriceSheetProps {
  readonly ticket: Ticket;
  readonly subsidy: TicketSubsidy;
}

/** What a unit may cost, by which decree and since when, and what it costs here. */
export function PriceSheet({ ticket, subsidy }: PriceSheetProps) {
  const names = useProgrammeNames();
  const { lines, findings } = subsidy.verdict;
  const [first] = lines;
  const above = findings.some(
    ({ code }) => code === 'price-above-ceiling' || code === 'price-above-reference',
  );
  const kind = first?.price === null || first === undefined ? null : words.kinds[first.price.priceKind];
  return (
    <Sheet label={words.title} className={styles.price}>
      <p>
        {words.title} <b>{kind === null ? words.none : words[above ? 'above' : 'fits'](kind)}</b>
      </p>
      <table className={styles.rows}>
        <tbody>
          {onePerProgramme(lines).map((line) => (
            <Rule key={line.lineId} line={line} {...names(line.programme)} />
          ))}
          {lines.length === 1 && first !== undefined && (
            <Own ticket={ticket} line={first} unit={names(first.programme).unit} />
          )}
        </tbody>
      </table>
    </Sheet>
  );
}

interface RuleProps {
  readonly line: LineJudgement;
  readonly name: string;
  readonly unit: string;
}

function Rule({ line: { price }, name, unit }: RuleProps) {
  if (price === null) return null;
  return (
    <tr>
      <td>
        {words.kindOf(words.kinds[price.priceKind], name)}
        <small>
          {price.decree}
          <span className="when-wide">{words.since(formatDate(price.validFrom))}</span>
        </small>
      </td>
      <Amount amountRp={price.amountRp} unit={unit} />
    </tr>
  );
}

/** The store's own price of one unit of the programme, to be held against the rule's. */
function Own({
  ticket,
  line,
  unit,
}: {
  readonly ticket: Ticket;
  readonly line: LineJudgement;
  readonly unit: string;
}) {
  const sold = ticket.lines.find(({ lineId }) => lineId === line.lineId);
  if (sold === undefined || line.quantityThousandths <= 0) return null;
  const perUnit = Math.round((sold.unitPriceRp * sold.quantityThousandths) / line.quantityThousandths);
  return (
    <tr>
      <td>{words.own}</td>
      <Amount amountRp={perUnit} unit={unit} />
    </tr>
  );
}

/** A price of one unit of the programme, which is not always a pack: it says of what it is. */
function Amount({ amountRp, unit }: { readonly amountRp: number; readonly unit: string }) {
  return (
    <td className={styles.amount}>
      {formatAmount(amountRp)}
      {unit !== '' && <small>{words.per(unit)}</small>}
    </td>
  );
}

function onePerProgramme(lines: readonly LineJudgement[]): LineJudgement[] {
  return lines.filter(
    ({ programme }, at) => lines.findIndex((other) => other.programme === programme) === at,
  );
}

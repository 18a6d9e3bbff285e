import type { TicketSubsidy } from '../../../../shared/contract/till.ts';
import type { ExternalSystem } from '../../../../shared/domain/programmes/rules.ts';
import type { QuotaState } from '../../../../shared/domain/programmes/verdict.ts';
import { formatDateShort, formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { quotaBar, type Part } from './quota-bar.ts';
import styles from './quota-sheet.module.css';
import { useProgrammeNames } from '../../../data/use-programmes.ts';

const words = id.subsidyTill.quota;

interface QuotaSheetProps {
  readonly subsidy: TicketSubsidy;
  /** Whether it is known who buys: before that there is nothing to count. */
  readonly known: boolean;
}

/** How much of each quota is used, and whose count it is. */
export function QuotaSheet({ subsidy, known }: QuotaSheetProps) {
  const { quotas, lines } = subsidy.verdict;
  const system = lines.find((line) => line.system !== null)?.system ?? null;
  const [nearest, ...others] = quotas;
  return (
    <Sheet label={words.title} className={styles.quota}>
      {nearest !== undefined && <Nearest quota={nearest} />}
      {others.length > 0 && (
        <ul className={styles.others}>
          {[...Map.groupBy(others, ({ programme }) => programme)].map(([programme, mine]) => (
            <Others key={programme} programme={programme} quotas={mine} first={nearest} />
          ))}
        </ul>
      )}
      {nearest === undefined && <Nothing known={known || subsidy.verdict.asks.identities.length === 0} />}
      <CountedBy subsidy={subsidy} system={system} />
    </Sheet>
  );
}

/** The quota that is nearest its end, piece by piece. */
function Nearest({ quota }: { readonly quota: QuotaState }) {
  const { unit } = useProgrammeNames()(quota.programme);
  const parts = quotaBar(quota);
  const gone = quota.usedThousandths >= quota.limitThousandths;
  return (
    <div>
      <div className={styles.head}>
        <p>
          {isAtOnce(quota) ? words.atOnce : words.used} <b>{figuresOf(quota)}</b> {unit} {spanOf(quota)}
        </p>
        {isOver(quota) && <Tag kind="stop">{gone ? words.gone : words.over}</Tag>}
      </div>
      <div className={styles.bar} aria-hidden="true">
        {parts.map((part, at) => (
          <span key={at} className={styles[part.kind]} style={{ flexGrow: part.share }} />
        ))}
      </div>
      <div className={styles.dates}>
        {parts.map((part, at) => (
          <span key={at} style={{ flexGrow: part.share }}>
            {wordsOf(part)}
          </span>
        ))}
      </div>
    </div>
  );
}

interface OthersProps {
  readonly programme: string;
  readonly quotas: readonly QuotaState[];
  readonly first: QuotaState | undefined;
}

/** Quotas of a programme further from their end: figures are enough, with its name where it is another one. */
function Others({ programme, quotas, first }: OthersProps) {
  const { name, unit } = useProgrammeNames()(programme);
  const whose = programme === first?.programme ? '' : `${name}: `;
  const figures = quotas.map(
    (quota) => `${figuresOf(quota)} ${unit} ${isAtOnce(quota) ? words.subjects.anyone : spanOf(quota)}`,
  );
  return (
    <li>
      <span>
        {whose}
        {figures.join('; ')}
      </span>
      {quotas.some(isOver) && <Tag kind="stop">{words.over}</Tag>}
    </li>
  );
}

/** What one sale may hold has nothing to do with earlier ones. */
function isAtOnce({ window }: QuotaState): boolean {
  return window === 'sale';
}

function isOver({ usedThousandths, askedThousandths, limitThousandths }: QuotaState): boolean {
  return usedThousandths + askedThousandths > limitThousandths;
}

function figuresOf(quota: QuotaState): string {
  const { usedThousandths, askedThousandths, limitThousandths } = quota;
  const counted = isAtOnce(quota) ? askedThousandths : usedThousandths;
  return words.of(formatQuantity(counted), formatQuantity(limitThousandths));
}

function spanOf(quota: QuotaState): string {
  if (isAtOnce(quota)) return '';
  const span = words.windows[quota.window] ?? '';
  return quota.subject === 'kk' ? `${span}, ${words.subjects.kk}` : span;
}

function wordsOf({ kind, date }: Part): string {
  if (kind === 'left') return '';
  if (kind === 'used') return date === null ? words.before : formatDateShort(date);
  return kind === 'over' ? words.over : words.this;
}

function Nothing({ known }: { readonly known: boolean }) {
  return (
    <>
      <div className={styles.head}>
        <p>
          {words.title} {known && <b>{words.none}</b>}
        </p>
      </div>
      <p className={styles.note}>{known ? words.noneText : words.later}</p>
    </>
  );
}

interface CountedByProps {
  readonly subsidy: TicketSubsidy;
  readonly system: ExternalSystem | null;
}

/** Whose count it is: a store alone knows only what it sold itself. */
function CountedBy({ subsidy, system }: CountedByProps) {
  const { knownBy, verdict, allowed } = subsidy;
  if (allowed) return <p className={styles.note}>{words.allowed}</p>;
  if (verdict.quotas.every(({ subject }) => subject === 'anyone')) return null;
  if (knownBy === 'store') {
    const name = system === null ? '' : id.subsidyTill.systems[system];
    return (
      <p className={styles.note}>
        {words.store}
        {name !== '' && <span className="when-wide"> {words.elsewhere(name)}</span>}
      </p>
    );
  }
  const elsewhere = Math.max(0, ...verdict.quotas.map(({ elsewhereThousandths }) => elsewhereThousandths));
  return (
    <p className={styles.note}>
      {elsewhere === 0 ? words.district : words.districtElsewhere(formatQuantity(elsewhere))}
    </p>
  );
}

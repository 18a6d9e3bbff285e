import type { TicketSubsidy } from '../../../../shared/contract/till.ts';
import type { QuotaState } from '../../../../shared/domain/programmes/verdict.ts';
import { formatDateShort, formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { quotaBar, type Part } from './quota-bar.ts';
import styles from './quota-sheet.module.css';
import { useProgrammeNames } from './use-programmes.ts';

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
          {others.map((quota) => (
            <Other key={`${quota.ruleId} ${quota.category}`} quota={quota} first={nearest} />
          ))}
        </ul>
      )}
      {nearest === undefined && <Nothing known={known || subsidy.verdict.asks.identities.length === 0} />}
      <p className={styles.note}>{subsidy.allowed ? words.allowed : countedBy(subsidy, system)}</p>
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

interface OtherProps {
  readonly quota: QuotaState;
  readonly first: QuotaState | undefined;
}

/** A quota further from its end: its figures are enough, with the programme where it is another one. */
function Other({ quota, first }: OtherProps) {
  const { name, unit } = useProgrammeNames()(quota.programme);
  const whose = quota.programme === first?.programme ? '' : `${name}: `;
  return (
    <li>
      <span>
        {whose}
        {figuresOf(quota)} {unit} {isAtOnce(quota) ? words.subjects.anyone : spanOf(quota)}
      </span>
      {isOver(quota) && <Tag kind="stop">{words.over}</Tag>}
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
  return words.this;
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

/** Whose count it is: a store alone knows only what it sold itself. */
function countedBy({ knownBy, verdict }: TicketSubsidy, system: string | null): string {
  if (verdict.quotas.every(({ subject }) => subject === 'anyone')) return '';
  if (knownBy === 'store') return words.store(system === null ? '' : (id.subsidyTill.systems[system] ?? ''));
  const elsewhere = Math.max(0, ...verdict.quotas.map(({ elsewhereThousandths }) => elsewhereThousandths));
  return elsewhere === 0 ? words.district : words.districtElsewhere(formatQuantity(elsewhere));
}

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
  return (
    <Sheet label={words.title} className={styles.quota}>
      {quotas.map((quota) => (
        <Quota key={`${quota.ruleId} ${quota.category}`} quota={quota} many={quotas.length > 1} />
      ))}
      {quotas.length === 0 && <Nothing known={known || subsidy.verdict.asks.identities.length === 0} />}
      <p className={styles.note}>{subsidy.allowed ? words.allowed : countedBy(subsidy, system)}</p>
    </Sheet>
  );
}

function Quota({ quota, many }: { readonly quota: QuotaState; readonly many: boolean }) {
  const names = useProgrammeNames();
  const { name, unit } = names(quota.programme);
  const parts = quotaBar(quota);
  const gone = quota.usedThousandths >= quota.limitThousandths;
  const over = quota.usedThousandths + quota.askedThousandths > quota.limitThousandths;
  // What one sale may hold has nothing to do with earlier ones.
  const atOnce = quota.window === 'sale';
  const span = atOnce ? words.subjects.anyone : words.windows[quota.window];
  const figures = words.of(
    formatQuantity(atOnce ? quota.askedThousandths : quota.usedThousandths),
    formatQuantity(quota.limitThousandths),
  );
  return (
    <div className={styles.one}>
      <div className={styles.head}>
        <p>
          {many ? `${name}: ` : `${atOnce ? words.atOnce : words.used} `}
          <b>{figures}</b> {unit} {atOnce && !many ? '' : span}
          {quota.subject === 'kk' && `, ${words.subjects.kk}`}
        </p>
        {over && <Tag kind="stop">{gone ? words.gone : words.over}</Tag>}
      </div>
      <div className={styles.bar} aria-hidden="true">
        {parts.map((part, at) => (
          <span key={at} className={styles[part.kind]} style={{ flexGrow: part.share }} />
        ))}
      </div>
      {!many && (
        <div className={styles.dates}>
          {parts.map((part, at) => (
            <span key={at} style={{ flexGrow: part.share }}>
              {wordsOf(part)}
            </span>
          ))}
        </div>
      )}
    </div>
  );
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

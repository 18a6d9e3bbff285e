import { useRef, type RefObject } from 'react';
import { formatRupiah } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { goHome } from '../../../keyboard/home.ts';
import { Facts } from '../../../ui/facts.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Money } from '../../../ui/money.tsx';
import { OptionKeys } from '../../../ui/option-keys.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Fault } from '../../../ui/states.tsx';
import type { ReturnableSale } from '../../../../shared/contract/returns.ts';
import { needsReference, type Preview, type PreviewWay } from './preview.ts';
import { reasonOf, reasonsFor, type ReturnDraft } from './return-draft.ts';
import styles from './returns.module.css';

const words = id.returns;

interface ReturnTermsProps {
  readonly sale: ReturnableSale;
  readonly draft: ReturnDraft;
  readonly onChange: (part: Partial<ReturnDraft>) => void;
  /** undefined while nothing is chosen. */
  readonly preview: Preview | undefined;
  readonly way: PreviewWay | undefined;
  /** Why it can't be said what it comes to; null where it can. */
  readonly error: Error | null;
}

/** Why goods come back, how they are paid back, and what that comes to. */
export function ReturnTerms({ sale, draft, onChange, preview, way, error }: ReturnTermsProps) {
  const reasons = reasonsFor(sale, draft).map((value) => ({ value, label: words.reasons[value] }));
  const reason = reasonOf(sale, draft);
  const reference = useRef<HTMLInputElement>(null);
  const owed = preview?.ways.length === 1 && way?.kind === 'debt';
  return (
    <Sheet padded className={styles.terms}>
      <OptionKeys
        label={words.reason}
        value={reason}
        options={reasons}
        onChange={(chosen) => onChange({ reason: chosen })}
      />
      {reason === 'other' && (
        <Line
          label={words.note}
          value={draft.note}
          maxLength={120}
          onChange={(note) => onChange({ note })}
          startsFocused
        />
      )}
      {preview !== undefined && (
        <OptionKeys
          label={words.way}
          firstDigit={reasons.length + 1}
          value={way?.kind ?? null}
          options={preview.ways.map(({ kind, refundRp, cashRp }) => ({
            value: kind,
            label: words.ways[kind],
            ...(cashRp > 0 && cashRp < refundRp ? { hint: words.wayHint(formatRupiah(cashRp)) } : {}),
          }))}
          onChange={(kind) => onChange({ way: kind })}
          {...(owed ? { hint: words.owed } : {})}
        />
      )}
      {needsReference(way) && (
        <Line
          label={words.reference}
          value={draft.reference}
          maxLength={40}
          onChange={(text) => onChange({ reference: text })}
          startsFocused={draft.way !== null}
          field={reference}
        />
      )}
      {error === null ? <Sums preview={preview} way={way} /> : <Fault error={error} />}
    </Sheet>
  );
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onChange: (text: string) => void;
  readonly startsFocused: boolean;
  readonly field?: RefObject<HTMLInputElement | null>;
}

/** A few words; Enter goes back to the lines, so that the digits choose again. */
function Line({ field, ...rest }: LineProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        goHome();
      }}
    >
      <TextField {...rest} {...(field === undefined ? {} : { ref: field })} />
    </form>
  );
}

function Sums({
  preview,
  way,
}: {
  readonly preview: Preview | undefined;
  readonly way: PreviewWay | undefined;
}) {
  if (preview === undefined || way === undefined) return <p className={styles.nothing}>{words.nothing}</p>;
  const rounding = way.refundRp - preview.totalRp;
  return (
    <div className={styles.sums}>
      {rounding !== 0 && (
        <Facts
          tight
          rows={[
            { name: words.worth, value: formatRupiah(preview.totalRp) },
            { name: words.rounding, value: formatRupiah(rounding) },
          ]}
        />
      )}
      <div className={styles.giveBack}>{words.giveBack}</div>
      <Money rp={way.refundRp} size={52} final />
    </div>
  );
}

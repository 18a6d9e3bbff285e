import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
import { readIdentityNumber } from '../../../../shared/domain/nik.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { TextField } from '../../../ui/field.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { NIK_LENGTH } from '../../../ui/nik-length.ts';
import { SixteenDigits } from '../../../ui/sixteen-digits.tsx';
import { programmeAsking } from './buyer-draft.ts';
import { useKkNeed } from './use-programmes.ts';
import styles from './register-sheet.module.css';
import type { BuyerEntry } from './use-buyer-entry.ts';

const words = id.subsidyTill.register;
const KK_NOTE = 'subsidy-kk-note';

interface RegisterSheetProps {
  readonly subsidy: TicketSubsidy;
  readonly entry: BuyerEntry;
  readonly nameField: RefObject<HTMLInputElement | null>;
  readonly kkField: RefObject<HTMLInputElement | null>;
  /** Enter in the last field: digits choose the category from then on. */
  readonly onTyped: () => void;
  readonly masked: boolean;
}

/** A buyer nobody knows: name, family card, and what they are told before their number is kept. */
export function RegisterSheet(props: RegisterSheetProps) {
  const { subsidy, entry, nameField, kkField, onTyped, masked } = props;
  const { draft, change } = entry;
  const forBuyer = draft.who === 'buyer';
  return (
    <Sheet padded label={words.title} className={styles.register}>
      <h2>
        {words.title} <span>{id.subsidyTill.nik.unknown}</span>
      </h2>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          if (forBuyer) kkField.current?.focus();
          else onTyped();
        }}
      >
        <TextField
          ref={nameField}
          label={words.name}
          value={draft.name}
          maxLength={80}
          onChange={(name) => change({ name })}
        />
      </form>
      {forBuyer && (
        <KkField subsidy={subsidy} entry={entry} field={kkField} onEnter={onTyped} masked={masked} />
      )}
    </Sheet>
  );
}

interface KkFieldProps {
  readonly subsidy: TicketSubsidy;
  readonly entry: BuyerEntry;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onEnter: () => void;
  readonly masked: boolean;
}

/** The number of the family card, in boxes of its own. */
export function KkField({ subsidy, entry, field, onEnter, masked }: KkFieldProps) {
  const { problems, warnings } = id.subsidyTill;
  const { kk: typed } = entry.draft;
  const reading = typed.length === NIK_LENGTH ? readIdentityNumber(typed, subsidy.verdict.date, 'kk') : null;
  const label = words.kk[useKkNeed(subsidy, entry.draft.category ?? subsidy.category)];
  return (
    <div className={styles.kk}>
      <span className={styles.label}>{label}</span>
      <SixteenDigits
        small
        field={field}
        label={label}
        value={entry.draft.kk}
        masked={masked}
        onChange={(kk) => entry.change({ kk })}
        onEnter={onEnter}
        wrong={reading?.ok === false}
        describedBy={KK_NOTE}
      />
      <p id={KK_NOTE} className={styles.label} role={reading?.ok === false ? 'alert' : undefined}>
        {reading?.ok === false && <b>{problems.kk[reading.problem]}</b>}
        {reading?.ok === true && reading.warnings.map((warning) => warnings[warning]).join(' ')}
      </p>
    </div>
  );
}

/** What is read to the buyer: why the number is kept, and for how long. */
export function Consent({ ticket }: { readonly ticket: Ticket }) {
  const terms = useQuery(ask.subsidyTerms(programmeAsking(ticket))).data;
  return (
    <Sheet padded label={words.consent} className={styles.consent}>
      <div className={styles.voice}>
        <span className={styles.label}>{words.consent}</span>
        {terms !== undefined && <p>{words.consentText(terms.purpose, terms.retentionDays)}</p>}
      </div>
      <p className={styles.label}>{words.consentNote}</p>
    </Sheet>
  );
}

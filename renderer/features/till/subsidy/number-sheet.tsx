import { useQuery } from '@tanstack/react-query';
import type { ReactNode, RefObject } from 'react';
import type { Registration } from '../../../../shared/contract/subsidy.ts';
import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
import { formatDateShort } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import type { Action } from '../../../keyboard/action.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { NIK_LENGTH } from '../../../ui/nik-length.ts';
import { SixteenDigits } from '../../../ui/sixteen-digits.tsx';
import styles from './number-sheet.module.css';
import { stillRegistered } from './buyer-draft.ts';
import { digitsOf, personName } from './people.ts';
import type { BuyerEntry } from './use-buyer-entry.ts';

const words = id.subsidyTill.nik;
const NOTE = 'subsidy-number-note';

interface NumberSheetProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly ticket: Ticket;
  readonly subsidy: TicketSubsidy;
  readonly entry: BuyerEntry;
  readonly masked: boolean;
  readonly onEnter: () => void;
  /** F6 where there is a number to close, also one of a family card, and F2 while there is none. */
  readonly mask: Action;
  readonly find: Action;
  /** Beside them, once it is known who buys. */
  readonly children?: ReactNode;
}

/** The buyer's NIK in its boxes, what is odd about it, and whose it is. */
export function NumberSheet(props: NumberSheetProps) {
  const { field, subsidy, entry, masked, onEnter, mask, find, children } = props;
  const isNew = entry.stage === 'register';
  const { draft, stage } = entry;
  const known = useKnown(subsidy);
  const { problems, warnings } = notesOf(entry);
  const tail = stage === 'known' ? (known?.maskedNik ?? null) : null;
  return (
    <Sheet className={styles.number}>
      <div className={styles.head}>
        <h2>{draft.who === 'proxy' ? words.proxyTitle : words.title}</h2>
        {isNew ? (
          <ActionButton action={mask} withIcon keepsFocus />
        ) : (
          <span className={styles.sub}>
            {words.count(draft.digits.length === 0 && stage === 'known' ? NIK_LENGTH : draft.digits.length)}
            <span className="when-wide">. {words.paper}</span>
          </span>
        )}
      </div>
      <SixteenDigits
        field={field}
        label={draft.who === 'proxy' ? words.proxyTitle : words.title}
        {...(stage === 'number' ? { captions: words.captions } : {})}
        value={draft.digits}
        onChange={entry.type}
        onEnter={onEnter}
        masked={masked}
        knownTail={tail === '' ? null : tail}
        wrong={problems.length > 0}
        describedBy={NOTE}
      />
      <div className={styles.foot} data-bare={isNew && warnings.length === 0 ? '' : undefined}>
        <p id={NOTE} className={styles.said} role={problems.length > 0 ? 'alert' : undefined}>
          {problems.length > 0 && <b>{problems.join(' ')}</b>}
          {problems.length === 0 && <Whose {...props} />}
          {warnings.length > 0 && <span className={styles.odd}>{warnings.join(' ')}</span>}
        </p>
        {!isNew && (
          <div className={styles.keys}>
            {children}
            <ActionButton action={draft.digits === '' && draft.kk === '' ? find : mask} withIcon keepsFocus />
          </div>
        )}
      </div>
    </Sheet>
  );
}

/** Whose number it is, or where it may come from. */
function Whose({ ticket, subsidy, entry }: NumberSheetProps) {
  const known = useKnown(subsidy);
  const members = useMemberBuyers(ticket, entry);
  const [member] = members;
  const { draft, stage } = entry;
  if (stage === 'known' && known !== undefined) {
    const last = known.lastBoughtOn;
    return (
      <>
        <b className={styles.name}>{personName(known)}</b>{' '}
        <span className={styles.sub}>
          {last === null ? words.registered : words.known}
          {last !== null && <span className="when-wide">{words.knownOn(formatDateShort(last))}</span>}
        </span>
      </>
    );
  }
  if (stage === 'register') return null;
  if (draft.who === 'proxy' && known !== undefined) {
    return <span className={styles.sub}>{id.subsidyTill.proxy.forWhom(personName(known))}</span>;
  }
  if (members.length > 1) return <span className={styles.sub}>{words.memberChoice(members.length)}</span>;
  if (member !== undefined) {
    return (
      <>
        <b className={styles.name}>{personName(member)}</b>{' '}
        <span className={styles.sub}>{words.memberOffer(digitsOf(member))}</span>
      </>
    );
  }
  return <span className={styles.sub}>{words.scanHint}</span>;
}

/** Who is on the ticket as the buyer. */
export function useKnown({ registrationId }: TicketSubsidy) {
  return useQuery({ ...ask.registration(registrationId ?? ''), enabled: registrationId !== null }).data;
}

/** Everybody registered with the ticket's member: Enter in the empty field takes the one there is, or asks which. */
export function useMemberBuyers({ buyer }: Ticket, { draft, stage }: BuyerEntry): readonly Registration[] {
  const { memberId } = buyer;
  const open = memberId !== null && stage === 'number' && draft.digits === '' && draft.who === 'buyer';
  const people = useQuery({ ...ask.buyersOfMember(memberId ?? ''), enabled: open }).data;
  return open && people !== undefined ? stillRegistered({ registrations: people }) : [];
}

/** What can't be right, and what is only odd, about the number that was typed. */
function notesOf({ draft }: BuyerEntry): { problems: string[]; warnings: string[] } {
  const { found } = draft;
  if (found === null) return { problems: [], warnings: [] };
  const { problems, warnings } = id.subsidyTill;
  return {
    problems: found.problems.map((problem) => problems.nik[problem]),
    warnings: found.warnings.map((warning) => warnings[warning]),
  };
}

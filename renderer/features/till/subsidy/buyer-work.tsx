import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
import { id } from '../../../../shared/i18n/id.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useHome } from '../../../keyboard/home.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { NumberPad } from '../../../ui/number-pad.tsx';
import type { Basket } from '../use-basket.ts';
import { isAnswered, type BuyerDraft, type Missing } from './buyer-draft.ts';
import { CategorySheet } from './category-sheet.tsx';
import { ChooseSheet } from './choose-sheet.tsx';
import { CylinderSheet } from './cylinder-sheet.tsx';
import { PriceSheet } from './price-sheet.tsx';
import { QuotaSheet } from './quota-sheet.tsx';
import { KkField, RegisterSheet } from './register-sheet.tsx';
import { standingOf } from './standing.ts';
import styles from './subsidy-screen.module.css';
import type { BuyerEntry } from './use-buyer-entry.ts';
import { cylindersOf } from './use-cylinder-actions.ts';

interface BuyerWorkProps {
  readonly basket: Basket;
  readonly ticket: Ticket;
  readonly subsidy: TicketSubsidy;
  readonly entry: BuyerEntry;
  /** The next step; Enter means it wherever nothing is typed. */
  readonly forward: Action;
  readonly number: RefObject<HTMLInputElement | null>;
  readonly masked: boolean;
}

/** Below the number: who of several, a new buyer's particulars, or category, quota, price and cylinders. */
export function BuyerWork(props: BuyerWorkProps) {
  const { ticket, subsidy, entry, number, basket } = props;
  const { stage } = entry;
  const answered = isAnswered(stage);
  const kind = cylindersOf(subsidy);
  if (stage === 'choose') return <Choosing entry={entry} />;
  if (stage === 'register') return <NewBuyer key={entry.draft.who} {...props} />;
  return (
    <>
      {answered && <KnownBuyer {...props} />}
      {stage === 'number' && (
        <div className={styles.pad}>
          <NumberPad forPin touchOnly label={id.fields.pad} eraseLabel={id.fields.erase} field={number} />
        </div>
      )}
      <div className={styles.pair} data-typing={stage === 'number' ? '' : undefined}>
        <QuotaSheet subsidy={subsidy} known={subsidy.registrationId !== null} />
        <PriceSheet ticket={ticket} subsidy={subsidy} />
      </div>
      {kind !== null && answered && <CylinderSheet basket={basket} ticket={ticket} kind={kind} />}
    </>
  );
}

function Choosing({ entry }: Pick<BuyerWorkProps, 'entry'>) {
  const place = useRef<HTMLDivElement>(null);
  useHome(place);
  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      <ChooseSheet people={entry.draft.choices} onChoose={(person) => void entry.choose(person)} />
    </div>
  );
}

/** It is known who buys, or nobody asks: digits choose as what, and Enter goes on. */
function KnownBuyer({ basket, subsidy, entry, forward, masked }: BuyerWorkProps) {
  const place = useRef<HTMLDivElement>(null);
  const kk = useRef<HTMLInputElement>(null);
  const { finding } = standingOf(subsidy);
  const wantsKk = finding?.code === 'kk-required';
  useHome(place, !wantsKk);
  useHome(kk, wantsKk);
  useActions(
    forward.enabled === false ? [] : [{ ...forward, id: 'subsidy.use-enter', key: 'Enter', silent: true }],
  );
  useFocusOnMissing(kk, entry, 'kk');
  const { registrationId, proxyRegistrationId } = subsidy;
  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      {wantsKk && (
        <div className={styles.kk}>
          <KkField subsidy={subsidy} entry={entry} field={kk} onEnter={forward.perform} masked={masked} />
        </div>
      )}
      <CategorySheet
        subsidy={subsidy}
        value={subsidy.category}
        onChange={(category) =>
          void basket.setSubsidyBuyer({ registrationId, category, proxyRegistrationId })
        }
      />
    </div>
  );
}

/** What was missing when somebody went on gets the focus, each time that it is missing. */
function useFocusOnMissing(field: RefObject<HTMLElement | null>, { draft }: BuyerEntry, what: Missing): void {
  const { missing } = draft;
  useEffect(() => {
    if (missing?.what === what) field.current?.focus();
  }, [field, missing, what]);
}

/** A new buyer: name, then family card, then the category by its digit; Enter goes on each time. */
function NewBuyer({ subsidy, entry, forward, masked }: BuyerWorkProps) {
  const place = useRef<HTMLDivElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const kk = useRef<HTMLInputElement>(null);
  // What is missing is typed first, whatever was typed before it.
  const { missing } = entry.draft;
  const [typedAfter, setTypedAfter] = useState<BuyerDraft['missing'] | undefined>();
  const typed = missing?.what === 'category' || typedAfter === missing;
  useHome(missing?.what === 'kk' ? kk : name, !typed);
  useHome(place, typed);
  useFocusOnMissing(name, entry, 'name');
  useFocusOnMissing(kk, entry, 'kk');
  useFocusOnMissing(place, entry, 'category');
  useActions(typed ? [{ ...forward, id: 'subsidy.use-enter', key: 'Enter', silent: true }] : []);
  return (
    <div ref={place} tabIndex={-1} className={styles.place} data-fills="">
      <RegisterSheet
        subsidy={subsidy}
        entry={entry}
        nameField={name}
        kkField={kk}
        masked={masked}
        onTyped={() => {
          setTypedAfter(missing);
          place.current?.focus();
        }}
      />
      {entry.draft.who === 'buyer' && (
        <CategorySheet
          subsidy={subsidy}
          value={entry.draft.category}
          onChange={(category) => entry.change({ category })}
        />
      )}
    </div>
  );
}

import { useEffect, useRef } from 'react';
import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
import { id } from '../../../../shared/i18n/id.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useStoreValue } from '../../../data/store.ts';
import { useHome } from '../../../keyboard/home.ts';
import { useActions, useScanner } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { MessageStrip } from '../../../ui/message-strip.tsx';
import { shownMessage } from '../../../ui/messages.ts';
import { NextStep } from '../../../ui/next-step.tsx';
import { NIK_LENGTH } from '../../../ui/nik-length.ts';
import { play } from '../../../ui/sounds.ts';
import { useMasked } from '../../../ui/use-masked.ts';
import type { Basket } from '../use-basket.ts';
import { isAnswered, type BuyerDraft, type Stage } from './buyer-draft.ts';
import { BuyerWork } from './buyer-work.tsx';
import { KeyingSheet } from './keying-sheet.tsx';
import { NumberSheet, useMemberBuyers } from './number-sheet.tsx';
import { GoodsSheet } from './goods-sheet.tsx';
import { FindSheet } from './find-sheet.tsx';
import { ProxyKey } from './proxy-key.tsx';
import { Consent } from './register-sheet.tsx';
import { inFocus, standingOf, type Standing } from './standing.ts';
import styles from './subsidy-screen.module.css';
import { useBuyerEntry, type BuyerEntry } from './use-buyer-entry.ts';
import { usePersonal } from './use-programmes.ts';
import { screenActions } from './use-screen-actions.ts';
import { useForward } from './use-forward.ts';
import { useWayActions, type Way } from './use-way-actions.ts';
import { VerdictPanel } from './verdict-panel.tsx';
import { WaysPanel } from './ways-panel.tsx';

const words = id.subsidyTill;

interface SubsidyScreenProps {
  readonly basket: Basket;
  readonly ticket: Ticket;
  readonly subsidy: TicketSubsidy;
  /** A number scanned while the basket was on screen. */
  readonly number: string | null;
  readonly onBack: () => void;
  /** The buyer is named and nothing refuses: on to wherever the screen was opened for. */
  readonly onUsed: () => void;
  readonly toMembers: () => void;
}

/** Who buys the goods of a programme, what the rules say of it, and the ways out where they refuse. */
export function SubsidyScreen(props: SubsidyScreenProps) {
  const { basket, ticket, subsidy } = props;
  const field = useRef<HTMLInputElement>(null);
  const seen = inFocus(subsidy, usePersonal());
  const desk = useDesk(props);
  const { entry, standing, refused, mask, actions, ways, forward, main } = desk;
  const { stage } = entry;
  // A message takes the place of the goods: below it nothing moves out of sight.
  const speaks = useStoreValue(shownMessage) !== null;
  useHome(field, stage === 'number');
  useScreenScanner(props, entry);
  return (
    <main className={styles.screen} aria-label={words.title}>
      <section className={styles.column} aria-label={words.goods}>
        {speaks ? <MessageStrip /> : <GoodsSheet ticket={ticket} subsidy={seen} />}
        {stage === 'find' ? (
          <FindSheet onChoose={(person) => void entry.choose(person)} />
        ) : (
          <>
            {stage !== 'unasked' && (
              <NumberSheet
                field={field}
                ticket={ticket}
                subsidy={subsidy}
                entry={entry}
                masked={mask.masked}
                mask={actions.mask}
                find={actions.find}
                onEnter={desk.onEnter}
              >
                {stage === 'known' && <ProxyKey basket={basket} subsidy={subsidy} entry={entry} />}
              </NumberSheet>
            )}
            <BuyerWork
              basket={basket}
              ticket={ticket}
              subsidy={seen}
              entry={entry}
              forward={forward}
              number={field}
              masked={mask.masked}
            />
          </>
        )}
      </section>
      <aside className={styles.column} aria-label={words.verdict.title}>
        <VerdictPanel ticket={ticket} subsidy={seen} entry={entry} standing={standing} />
        <Beside
          ticket={ticket}
          subsidy={seen}
          stage={stage}
          standing={standing}
          ways={refused ? ways.ways : []}
        />
        {!refused && <Others actions={[actions.members, ways.remove]} />}
        <NextStep back={actions.back} main={main} keepsFocus />
      </aside>
    </main>
  );
}

/** Everything that can be done at the counter about who buys, registered with its keys. */
function useDesk(props: SubsidyScreenProps) {
  const { basket, ticket, subsidy, number, onBack, onUsed, toMembers } = props;
  const typed = useBuyerEntry({ basket, subsidy, number });
  const mask = useMasked(typed.draft.digits + typed.draft.kk);
  const entry = { ...typed, ...typing(typed, mask.show) };
  const standing = standingOf(subsidy);
  const { finding } = standing;
  const actions = screenActions({ subsidy, entry, mask, onBack, toMembers });
  const ways = useWayActions({
    basket,
    ticket,
    subsidy,
    entry,
    finding,
    members: actions.members,
    onBack,
  });
  const forward = useForward({ ticket, subsidy, entry, onUsed });
  const members = useMemberBuyers(ticket, entry);
  const refused = isAnswered(entry.stage) && standing.kind === 'refused';
  const main = refused ? ways.remove : forward;
  const out = refused ? ways.ways.map(({ action }) => action) : [];
  useActions([...Object.values({ ...actions }), main, ways.remove, ...out]);
  useRefusedSound(refused);
  const onEnter = () => {
    const [member] = members;
    if (member === undefined) forward.whyNot?.();
    else if (members.length > 1) entry.change({ choices: members });
    else void entry.choose(member);
  };
  return { entry, mask, standing, ways, forward, actions, refused, main, onEnter };
}

/** A number that is typed is seen again, whatever was closed before. */
function typing(entry: BuyerEntry, show: () => void): Pick<BuyerEntry, 'type' | 'change'> {
  return {
    type: (digits) => {
      show();
      entry.type(digits);
    },
    change: (part: Partial<BuyerDraft>) => {
      if (part.kk !== undefined) show();
      entry.change(part);
    },
  };
}

interface BesideProps {
  readonly ticket: Ticket;
  readonly subsidy: TicketSubsidy;
  readonly stage: Stage;
  readonly standing: Standing;
  readonly ways: readonly Way[];
}

/** Under the verdict: the ways out, what a new buyer is told, or what has to be keyed elsewhere as well. */
function Beside({ ticket, subsidy, stage, standing, ways }: BesideProps) {
  const { finding } = standing;
  if (finding !== null && standing.kind === 'refused') {
    return <WaysPanel finding={finding} ways={ways} />;
  }
  if (stage === 'register') return <Consent ticket={ticket} />;
  const system = subsidy.verdict.lines.find((line) => line.system !== null)?.system ?? null;
  if (system === null) return <div className={styles.gap} />;
  return <KeyingSheet subsidy={subsidy} system={system} />;
}

/** What can be done beside the next step. */
function Others({ actions }: { readonly actions: readonly Action[] }) {
  const shown = actions.filter((action) => action.enabled !== false);
  return (
    <div className={styles.others}>
      {shown.map((action) => (
        <ActionButton key={action.id} action={action} keepsFocus />
      ))}
    </div>
  );
}

/** A refusal that has just come is heard, once. */
function useRefusedSound(refused: boolean): void {
  const heard = useRef(refused);
  useEffect(() => {
    if (refused && !heard.current) play('refused');
    heard.current = refused;
  }, [refused]);
}

/** Sixteen digits are a number of somebody; a card names its owner; everything else is goods. */
function useScreenScanner({ basket, onBack }: SubsidyScreenProps, entry: BuyerEntry): void {
  useScanner((code) => {
    const digits = code.replaceAll(/[\s.-]/g, '');
    if (/^\d+$/.test(digits) && digits.length === NIK_LENGTH) {
      const { stage, draft } = entry;
      // Whoever only fetches is registered without a family card: another number is somebody else's.
      const isKk = stage === 'register' && draft.who === 'buyer' && draft.digits !== digits;
      if (isKk) entry.change({ kk: digits });
      else entry.type(digits);
      return;
    }
    void entry.takeCard(code).then((taken) => {
      if (taken) return;
      onBack();
      basket.scan(code, null);
    });
  });
}

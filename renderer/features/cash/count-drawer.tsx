import { useNavigate } from '@tanstack/react-router';
import type { Shift } from '../../../shared/contract/cash.ts';
import { mayDo } from '../../../shared/contract/permissions.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useStoreValue } from '../../data/store.ts';
import { useCommand } from '../../data/use-command.ts';
import { useMe } from '../../data/use-shop.ts';
import { useWhoMay } from '../../data/use-who-may.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { EntryForm } from '../../ui/entry-form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { hushPassing, say, sayRefusal } from '../../ui/messages.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { NumberPad } from '../../ui/number-pad.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Steps } from '../../ui/steps.tsx';
import { BeforeClosing } from './before-closing.tsx';
import { countDraft, countRows, isCounted, tooMany, withCount } from './count-draft.ts';
import styles from './count.module.css';
import { DrawerSheet } from './drawer-sheet.tsx';
import { ShiftLine } from './shift-line.tsx';

const words = id.cash.close;

/** Closing, first half: the drawer is counted while the books stay hidden. */
export function CountDrawer({ shift }: { readonly shift: Shift }) {
  const held = useStoreValue(countDraft);
  const counts = held.shiftId === shift.shiftId ? held.counts : {};
  const lockCount = useCommand(engine.cash.lockCount);
  const navigate = useNavigate();

  const lock = async () => {
    // A locked count can't be taken back; one that was never begun is a slip of the finger.
    if (!isCounted(counts)) {
      return notYet(words.notCounted, words.notCountedText);
    }
    if (tooMany(counts)) return notYet(words.tooMany, words.tooManyText);
    const reply = await lockCount.run({ counts: countRows(counts) });
    if (!reply.ok) sayRefusal(reply.error);
  };
  const back: Action = {
    id: 'cash.basket',
    label: words.basketKey,
    help: words.basketKeyHelp,
    key: 'Escape',
    perform: () => void navigate({ to: '/kasir' }),
  };
  const main: Action = {
    id: 'cash.lock',
    label: words.lock,
    help: words.lockHelp,
    key: 'F9',
    enabled: !lockCount.pending,
    perform: () => void lock(),
  };
  useActions([back, main]);
  return (
    <Screen
      title={words.title}
      aside={<ShiftLine shift={shift} />}
      railWidth="wide"
      rail={<BlindRail shift={shift} />}
      next={<NextStep back={back} main={main} keepsFocus />}
    >
      <EntryForm
        label={words.title}
        className={styles.form}
        // Locking can't be taken back, so it wants F9 and never a stray Enter.
        onSubmit={() => undefined}
      >
        <DrawerSheet
          counts={counts}
          onCount={(row, count) => {
            hushPassing();
            countDraft.set({ shiftId: shift.shiftId, counts: withCount(counts, row, count) });
          }}
        >
          <p className={styles.aside}>{words.onlyDrawer}</p>
          <div className={styles.pad}>
            <NumberPad touchOnly label={id.fields.pad} eraseLabel={id.fields.erase} />
          </div>
        </DrawerSheet>
      </EntryForm>
    </Screen>
  );
}

function notYet(title: string, text: string): void {
  say({ tone: 'attention', passing: true, title, text });
}

function BlindRail({ shift }: { readonly shift: Shift }) {
  const { steps } = words;
  return (
    <Sheet className={styles.rail}>
      <Steps
        label={steps.label}
        now={0}
        steps={[steps.count, steps.lock, steps.reason, steps.day].map((title) => ({ title }))}
      />
      <div className={styles.blind}>
        <Icon name="lock" size={40} />
        <div>
          <b>{words.blind}</b>
          {words.blindText}
        </div>
      </div>
      <OtherCashier shift={shift} />
      <BeforeClosing title={words.before} />
    </Sheet>
  );
}

/** A shift is counted by whoever worked it, or by those who answer for the store. */
function OtherCashier({ shift }: { readonly shift: Shift }) {
  const me = useMe();
  const names = useWhoMay('day.close');
  if (me === null || me.staffId === shift.cashierId || mayDo(me.role, 'day.close')) return null;
  return (
    <p className={styles.aside} data-firm role="alert">
      <b>{words.otherCashier(shift.cashier)}</b> {words.otherCashierText(names)}
    </p>
  );
}

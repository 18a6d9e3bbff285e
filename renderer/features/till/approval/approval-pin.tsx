import { useRef, useState } from 'react';
import { formatTime } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { useShopOffset } from '../../../data/use-shop.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useHome } from '../../../keyboard/home.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { digitsOf } from '../../../ui/field-checks.ts';
import { splitSentence } from '../../../ui/messages.ts';
import { NextStep } from '../../../ui/next-step.tsx';
import { NumberPad } from '../../../ui/number-pad.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { play } from '../../../ui/sounds.ts';
import { callErrorText } from '../../../../shared/i18n/errors.ts';
import styles from './approval.module.css';
import type { Approver } from './approvers.tsx';
import type { AskedApproval } from './use-approval.ts';

const words = id.approvals;
const LEAST_DIGITS = 4;

/** What came of the last try. */
interface Verdict {
  readonly title: string;
  readonly text: string;
}

interface ApprovalPinProps {
  readonly asked: AskedApproval;
  readonly person: Approver;
  readonly onBack: () => void;
  /** There is nobody else to choose, so that going back gives up. */
  readonly alone: boolean;
}

/** The PIN of whoever allows it, by keyboard or by the pad. The digits are never shown. */
export function ApprovalPin({ asked, person, onBack, alone }: ApprovalPinProps) {
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const { approve, verdict, forget } = useApprove(asked, person, () => setPin(''));
  const enter: Action = {
    id: 'approval.approve',
    label: words.approve,
    help: words.approveHelp,
    key: 'F10',
    perform: () => void approve(pin),
  };
  const back: Action = {
    id: 'approval.back',
    label: alone ? words.back : words.other,
    help: alone ? words.backHelp : words.otherHelp,
    key: 'Escape',
    perform: onBack,
  };
  useHome(field);
  useActions([enter, back], { covers: true });
  return (
    <>
      <Sheet padded className={styles.pinSheet} label={words.pinFor(person.name)}>
        <form
          className={styles.pinForm}
          onSubmit={(event) => {
            event.preventDefault();
            enter.perform();
          }}
        >
          <label htmlFor="approval-pin">{words.pinFor(person.name)}</label>
          <input
            id="approval-pin"
            ref={field}
            type="password"
            // The pad below is the keyboard here; the system's own would cover it.
            inputMode="none"
            autoComplete="off"
            className={styles.pin}
            value={pin}
            onChange={(event) => {
              forget();
              setPin(digitsOf(event.target.value, 8));
            }}
          />
        </form>
        <p className={styles.verdict} role="alert">
          {verdict !== null && (
            <>
              <b>{verdict.title}</b> {verdict.text}
            </>
          )}
        </p>
        <NumberPad forPin label={id.fields.pad} eraseLabel={id.fields.erase} field={field} />
      </Sheet>
      <NextStep back={back} main={enter} keepsFocus />
    </>
  );
}

/** Tries a PIN and says what came of it; a right one answers the question. */
function useApprove(asked: AskedApproval, person: Approver, clear: () => void) {
  const offset = useShopOffset();
  const command = useCommand(engine.staff.approve);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const refuse = (next: Verdict) => {
    play('refused');
    clear();
    setVerdict(next);
  };
  const approve = async (pin: string) => {
    if (pin.length < LEAST_DIGITS) return refuse({ title: words.short, text: words.shortText });
    const { subject, amountRp } = asked;
    const reply = await command.run({ approverId: person.staffId, pin, subject, amountRp });
    if (!reply.ok) return refuse(splitSentence(callErrorText(reply.error)));
    const result = reply.value;
    if (result.status === 'given') {
      play('accepted');
      return asked.answer(result.approvalId);
    }
    const { wrong, triesLeft, locked, lockedText } = id.signIn;
    if (result.status === 'wrong-pin') return refuse({ title: wrong, text: triesLeft(result.triesLeft) });
    return refuse({ title: locked(formatTime(result.until, offset)), text: lockedText });
  };
  return { approve, verdict, forget: () => setVerdict(null) };
}

import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Staff } from '../../../shared/contract/staff.ts';
import { formatTime } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { rememberSession } from '../../data/session.ts';
import { useCommand } from '../../data/use-command.ts';
import { useShopOffset } from '../../data/use-shop.ts';
import { sayRefusal } from '../../ui/messages.ts';
import { play } from '../../ui/sounds.ts';
import type { Verdict } from './pin-panel.tsx';

const words = id.signIn;

/** Signing in with a PIN and what it leads to. */
export function useSignIn() {
  const offset = useShopOffset();
  const navigate = useNavigate();
  const command = useCommand(engine.staff.signIn);
  const [verdict, setVerdict] = useState<Verdict | null>(null);

  const refuse = (next: Verdict) => {
    play('refused');
    setVerdict(next);
  };

  const signIn = async (person: Staff, pin: string) => {
    const reply = await command.run({ staffId: person.staffId, pin });
    if (!reply.ok) return sayRefusal(reply.error);
    const result = reply.value;
    if (result.status === 'wrong-pin') {
      return refuse({ title: words.wrong, text: words.triesLeft(result.triesLeft) });
    }
    if (result.status === 'locked') {
      return refuse({ title: words.locked(formatTime(result.until, offset)), text: words.lockedText });
    }
    rememberSession(result.session);
    // With a shift open there is work to go on with; without one, opening it is the next step.
    const cash = await engine.cash.state({});
    await navigate({ to: cash.ok && cash.value.shift === null ? '/kas' : '/kasir', replace: true });
  };

  return { signIn, pending: command.pending, verdict, forgetVerdict: () => setVerdict(null) };
}

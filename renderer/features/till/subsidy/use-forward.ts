import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
import { id } from '../../../../shared/i18n/id.ts';
import type { Action } from '../../../keyboard/action.ts';
import { say } from '../../../ui/messages.ts';
import { NIK_LENGTH } from '../../../ui/nik-length.ts';
import { useOneAtATime } from '../use-one-at-a-time.ts';
import { isAnswered, type Stage } from './buyer-draft.ts';
import { saidOf, standingOf } from './standing.ts';
import type { BuyerEntry } from './use-buyer-entry.ts';
import { useProgrammeNames } from '../../../data/use-programmes.ts';
import { useRegister } from './use-register.ts';

const words = id.subsidyTill;

interface ForwardPorts {
  readonly ticket: Ticket;
  readonly subsidy: TicketSubsidy;
  readonly entry: BuyerEntry;
  readonly onUsed: () => void;
}

/**
 * F9: goes on with the buyer as far as it is known who that is: registers a new one, writes down a
 * family card, or leaves for where the screen was opened from. What is still missing is said.
 */
export function useForward({ ticket, subsidy, entry, onUsed }: ForwardPorts): Action {
  const { draft, stage } = entry;
  const answered = isAnswered(stage);
  const registering = useRegister(ticket, subsidy, entry);
  const names = useProgrammeNames();
  const once = useOneAtATime();
  const { kind, finding } = standingOf(subsidy);
  const goOn = (after: Ticket | null) => {
    const next = after?.subsidy ?? null;
    // Whatever is refused now stays on screen with its reason.
    if (next !== null && ['allow', 'warn'].includes(standingOf(next).kind)) onUsed();
  };
  const register = async () => {
    const wish = entry.wish();
    const person = await registering.register();
    if (person === null) return;
    const after = await entry.choose(person, wish);
    if (draft.who === 'buyer') goOn(after);
  };
  const addKk = async () => {
    const wish = entry.wish();
    const person = await registering.addKk();
    if (person !== null) goOn(await entry.choose(person, wish));
  };
  const sayWhy = () => {
    const digits = draft.digits.length;
    const { short, shortText } = words.nik;
    if (answered && finding !== null) {
      const { title, text } = saidOf(finding, names);
      say({ tone: 'refused', passing: true, title: `${title}.`, text });
    } else if (stage === 'choose') {
      say({
        tone: 'refused',
        passing: true,
        title: words.nik.choose,
        text: words.nik.chooseText(draft.choices.length),
      });
    } else if (digits < NIK_LENGTH) {
      say({ tone: 'refused', passing: true, title: short, text: shortText(digits) });
    } else entry.lookAgain();
  };
  const forKk = stage === 'known' && finding?.code === 'kk-required';
  const can = stage === 'register' || forKk || (answered && (kind === 'allow' || kind === 'warn'));
  return {
    id: 'subsidy.use',
    ...wordsOf(stage),
    key: 'F9',
    enabled: can,
    whyNot: sayWhy,
    perform: () => {
      if (stage === 'register') once(register);
      else if (forKk) once(addKk);
      else onUsed();
    },
  };
}

function wordsOf(stage: Stage): Pick<Action, 'label' | 'help'> {
  if (stage === 'register') return { label: words.register.save, help: words.register.saveHelp };
  if (stage === 'unasked') return { label: words.goOn, help: words.goOnHelp };
  return { label: words.forward, help: words.forwardHelp };
}

import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
import { formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import type { Action } from '../../../keyboard/action.ts';
import { thousandths } from '../../../../shared/domain/quantity.ts';
import type { Finding, WayOut } from '../../../../shared/domain/programmes/verdict.ts';
import { say } from '../../../ui/messages.ts';
import { useApproved } from '../use-approved.ts';
import type { Basket } from '../use-basket.ts';
import { useOneAtATime } from '../use-one-at-a-time.ts';
import { keptCategory } from './buyer-draft.ts';
import { loweredTo, wholePacks, type Lowered } from './lower-quantity.ts';
import type { BuyerEntry } from './use-buyer-entry.ts';
import { useProgrammeNames } from '../../../data/use-programmes.ts';

const words = id.subsidyTill;

/** A way out of a refusal: its action, and when it is the right one. */
export interface Way {
  readonly action: Action;
  readonly hint: string;
}

interface WayPorts {
  readonly basket: Basket;
  readonly ticket: Ticket;
  readonly subsidy: TicketSubsidy;
  readonly entry: BuyerEntry;
  /** What refuses, null where nothing does. */
  readonly finding: Finding | null;
  /** The way to the members and institutions. */
  readonly members: Action;
  readonly onBack: () => void;
}

/** The ways out of what refuses, the most fitting first, and taking the goods off. */
export interface WayActions {
  readonly ways: readonly Way[];
  readonly remove: Action;
}

/** What a cashier can do about a refusal, as the finding names it. */
export function useWayActions(ports: WayPorts): WayActions {
  const { ticket, finding, basket } = ports;
  const manager = useManager(ports);
  const remove = useRemove(ports);
  const lower = (to: Lowered, label: string, hint: string): Way => ({
    hint,
    action: {
      id: 'subsidy.lower',
      label,
      help: words.ways.lowerHelp,
      key: 'F3',
      perform: () => basket.setQuantity(to.line, to.quantityThousandths),
    },
  });
  const wayFor = (way: WayOut): Way | null => {
    if (finding === null) return null;
    if (way === 'change-buyer' || way === 'identify') return anotherBuyer(ports, finding);
    if (way === 'ask-manager') return { hint: words.ways.manager.hint, action: manager };
    if (way === 'no-proxy') return { hint: words.ways.noProxy.hint, action: noProxy(ports) };
    const to = way === 'lower-quantity' ? loweredTo(ticket, finding) : null;
    if (to !== null) return lower(to, words.ways.lower(wordsOf(to)), words.ways.lowerHint);
    const packs = way === 'whole-packs' ? wholePacks(ticket, finding) : null;
    return packs === null ? null : lower(packs, words.ways.whole(wordsOf(packs)), words.ways.wholeHint);
  };
  const ways = (finding?.ways ?? []).map(wayFor).filter((way) => way !== null);
  return {
    ways: ways.filter((way, at) => ways.findIndex(({ action }) => action.id === way.action.id) === at),
    remove,
  };
}

/** Somebody else buys; where no rule asks who it is, there is nobody to change. */
function anotherBuyer({ entry, members }: WayPorts, { code }: Finding): Way | null {
  if (code === 'resale-forbidden') return { hint: words.ways.noResale, action: members };
  if (entry.stage === 'unasked') return null;
  return { hint: words.ways.changeBuyer.hint, action: changeBuyer(entry) };
}

/** F4 wherever it is asked who buys: somebody else does. */
export function changeBuyer(entry: BuyerEntry): Action {
  return {
    id: 'subsidy.change-buyer',
    label: words.ways.changeBuyer.label,
    help: words.ways.changeBuyerHelp,
    key: 'F4',
    icon: 'user',
    perform: () => entry.begin('buyer'),
  };
}

function noProxy({ basket, subsidy }: WayPorts): Action {
  const { registrationId } = subsidy;
  return {
    id: 'subsidy.no-proxy',
    label: words.ways.noProxy.label,
    help: words.proxy.offHelp,
    key: '5',
    perform: () => void basket.setSubsidyBuyer({ registrationId, category: keptCategory(subsidy) }),
  };
}

/** F10: somebody with the right looks at the count and says that it is wrong. */
function useManager({ basket, ticket, subsidy, finding }: WayPorts): Action {
  const approved = useApproved();
  const once = useOneAtATime();
  const allow = async ({ programme }: Finding) => {
    const { ticketId } = ticket;
    const { registrationId, verdict } = subsidy;
    const asked = verdict.lines.filter((line) => line.programme === programme);
    const quantityThousandths = thousandths(asked.reduce((sum, line) => sum + line.quantityThousandths, 0));
    const reply = await approved(
      { action: 'quota', ticketId, programme, registrationId, quantityThousandths },
      (approvalId) => basket.allowQuota({ ticketId, programme, approvalId }),
    );
    if (reply?.ok === true) say({ tone: 'done', title: words.allowed, text: words.allowedText });
  };
  return {
    id: 'subsidy.manager',
    label: words.ways.manager.label,
    help: words.ways.managerHelp,
    key: 'F10',
    perform: () => {
      if (finding !== null) once(() => allow(finding));
    },
  };
}

/** Del: the goods go off the ticket, and nothing else does. */
function useRemove({ basket, ticket, subsidy, finding, onBack }: WayPorts): Action {
  const once = useOneAtATime();
  const names = useProgrammeNames();
  const refused = finding?.programme ?? subsidy.verdict.lines[0]?.programme ?? '';
  const { name } = names(refused);
  return {
    id: 'subsidy.remove',
    label: words.remove(name),
    help: words.removeHelp,
    key: 'Delete',
    icon: 'trash',
    enabled: subsidy.verdict.effect === 'refuse',
    perform: () =>
      once(async () => {
        if (!(await basket.dropRefused(ticket.ticketId))) return;
        onBack();
        say({ tone: 'done', title: words.removed(name), text: words.removedText });
      }),
  };
}

function wordsOf({ line, quantityThousandths }: Lowered): string {
  return `${formatQuantity(quantityThousandths)} ${line.unit}`;
}

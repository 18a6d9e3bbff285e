import type { TicketBuyer } from '../../../shared/contract/till.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './buyer-panel.module.css';
import { nameOf, useTicketBuyer, type Attached } from './use-ticket-buyer.ts';

const words = id.ticketBuyer;

/** Whether a ticket is for anybody in particular. */
export function hasBuyer({ memberId, buyerId, tierBy }: TicketBuyer): boolean {
  return memberId !== null || buyerId !== null || tierBy === 'hand';
}

/** Whose basket it is, whose prices it has, and what a cashier is asked about them. */
export function BuyerPanel({ buyer }: { readonly buyer: TicketBuyer }) {
  const attached = useTicketBuyer(buyer);
  if (!hasBuyer(buyer)) return null;
  const { name, kind } = titleOf(attached, buyer);
  const facts = attached === null ? [] : factsOf(attached);
  return (
    <Sheet label={words.panel} className={styles.buyer}>
      <div className={styles.who}>
        <b>{name}</b>
        <small>{kind}</small>
      </div>
      <Tag kind={buyer.tierBy === 'hand' ? 'wait' : 'plain'}>{words.tiers[buyer.tier]}</Tag>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map((fact) => (
            <div key={fact.name}>
              <dt>{fact.name}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Sheet>
  );
}

function titleOf(attached: Attached | null, buyer: TicketBuyer): { name: string; kind: string } {
  if (attached?.kind === 'member') {
    return { name: nameOf(attached.member), kind: words.memberNumber(attached.member.number) };
  }
  if (attached?.kind === 'buyer') {
    return { name: nameOf(attached.buyer), kind: words.kinds[attached.buyer.kind] };
  }
  return { name: buyer.tierBy === 'hand' ? words.byHand : words.title, kind: '' };
}

/** What is asked at the counter: how much was bought, what is saved, what may still be owed. */
function factsOf(attached: Attached): { name: string; value: string }[] {
  const { creditLimitRp, owesRp } = attached.kind === 'member' ? attached.member : attached.buyer;
  const room = {
    name: attached.kind === 'member' ? words.room : words.invoiceRoom,
    value: words.of(formatAmount(Math.max(0, creditLimitRp - owesRp)), formatAmount(creditLimitRp)),
  };
  if (attached.kind === 'buyer') return [room];
  const { year, savings } = attached.member;
  const saved = savings === null ? words.savingsNone : formatAmount(savings.sukarelaRp);
  return [
    { name: words.purchases(year.year), value: formatAmount(year.purchasesRp) },
    { name: words.savings, value: saved },
    room,
  ];
}

import { id } from '../../../shared/i18n/id.ts';
import ledger from '../../ui/ledger.module.css';
import { Empty } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { BuyerChoice } from './buyer-choice.ts';
import styles from './recall.module.css';
import { nameOf } from './use-ticket-buyer.ts';

const words = id.ticketBuyer;

interface BuyerListProps {
  readonly choices: readonly BuyerChoice[];
  readonly chosen: BuyerChoice | undefined;
  readonly onChoose: (key: string) => void;
}

/** Members, institutions and prices by hand as one ledger. The arrows of the search field move through it. */
export function BuyerList({ choices, chosen, onChoose }: BuyerListProps) {
  if (choices.length === 0) return <Empty title={words.none}>{words.noneText}</Empty>;
  return (
    <table className={ledger.ledger} aria-label={words.list}>
      <thead>
        <tr>
          <th>{words.column.name}</th>
          <th>{words.column.number}</th>
          <th>{words.column.kind}</th>
          <th>{words.column.tier}</th>
        </tr>
      </thead>
      <tbody>
        {choices.map((choice) => (
          <tr
            key={choice.key}
            ref={choice === chosen ? intoView : null}
            className={styles.row}
            aria-current={choice === chosen ? 'true' : undefined}
            onClick={() => onChoose(choice.key)}
          >
            <Cells choice={choice} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ choice }: { readonly choice: BuyerChoice }) {
  const { name, number, kind, tier } = cellsOf(choice);
  return (
    <>
      <td className={styles.name}>{name}</td>
      <td>{number}</td>
      <td className={styles.kind}>{kind}</td>
      <td className={styles.kind}>
        <Tag kind={choice.kind === 'tier' ? 'wait' : 'plain'}>{words.tiers[tier]}</Tag>
      </td>
    </>
  );
}

function cellsOf(choice: BuyerChoice) {
  if (choice.kind === 'member') {
    const { member } = choice;
    return { name: nameOf(member), number: member.number, kind: words.member, tier: member.tier };
  }
  if (choice.kind === 'buyer') {
    const { buyer } = choice;
    return { name: nameOf(buyer), number: '', kind: words.kinds[buyer.kind], tier: buyer.tier };
  }
  return { name: words.tiers[choice.tier], number: '', kind: words.byHand, tier: choice.tier };
}

function intoView(row: HTMLTableRowElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}

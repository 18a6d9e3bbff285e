import type { Claim } from '../../../../shared/contract/programmes.ts';
import { formatAmount, formatDate, formatQuantity, formatRupiah } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { Facts } from '../../../ui/facts.tsx';
import ledger from '../../../ui/ledger.module.css';
import { SecondLine } from '../../../ui/list-table.tsx';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { NextStep } from '../../../ui/next-step.tsx';
import { RailPanel } from '../../../ui/rail-panel.tsx';
import { ClaimTag } from './claim-table.tsx';

const words = id.subsidyOffice.claims;

interface ClaimDetailProps {
  readonly claim: Claim;
  readonly onSettle: () => void;
}

/** A claim with its lines: what stood there, how much less it sells for, what that comes to. */
export function ClaimDetail({ claim, onSettle }: ClaimDetailProps) {
  const { programmeUnit: unit } = claim;
  return (
    <RailPanel
      title={claim.programmeName}
      aside={<ClaimTag status={claim.status} />}
      foot={<DetailFoot claim={claim} onSettle={onSettle} />}
    >
      <Facts
        tight
        rows={[
          { name: words.decree, value: claim.decree },
          { name: words.effective, value: formatDate(claim.effectiveOn) },
          {
            name: words.change(unit),
            value: words.fromTo(formatAmount(claim.beforeRp), formatAmount(claim.afterRp)),
          },
          ...(claim.note === '' ? [] : [{ name: words.note, value: claim.note }]),
        ]}
      />
      <h3>{words.lines}</h3>
      <table className={ledger.ledger} aria-label={words.lines}>
        <tbody>
          {claim.lines.map((line) => (
            <tr key={line.productId}>
              <td>
                {line.name}
                <SecondLine>
                  {formatQuantity(line.onHandThousandths)} {line.unit}
                </SecondLine>
              </td>
              <td className={ledger.num}>
                {formatQuantity(line.quantityThousandths)} {unit}
              </td>
              <td className={ledger.num}>
                <b>{formatAmount(line.amountRp)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Facts
        rows={[
          { name: words.total, value: formatAmount(claim.totalRp), sum: true },
          { name: words.paid, value: formatAmount(claim.paidRp) },
          { name: words.refused, value: formatAmount(claim.refusedRp) },
          { name: words.open, value: formatRupiah(claim.openRp) },
        ]}
      />
    </RailPanel>
  );
}

function DetailFoot({ claim, onSettle }: ClaimDetailProps) {
  const { pending, run } = useCommand(engine.programmes.settleClaim);
  const send = async () => {
    const reply = await run({ claimId: claim.claimId, outcome: 'sent' });
    if (!reply.ok) return sayRefusal(reply.error);
    return say({ tone: 'done', title: words.sent, text: words.sentText });
  };
  const sending: Action = {
    id: 'subsidy.claim-send',
    label: words.send,
    help: words.sendHelp,
    key: 'F9',
    enabled: !pending,
    perform: () => void send(),
  };
  const settle: Action = {
    id: 'subsidy.claim-settle',
    label: words.settle,
    help: words.settleHelp,
    // Until the claim was sent, sending it is the next step.
    key: claim.status === 'open' ? 'F8' : 'F9',
    perform: onSettle,
  };
  const settled = claim.status === 'settled';
  const steps = claim.status === 'open' ? [sending, settle] : [settle];
  useActions(settled ? [] : steps);
  if (settled) return null;
  return claim.status === 'open' ? <NextStep back={settle} main={sending} /> : <NextStep main={settle} />;
}

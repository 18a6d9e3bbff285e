import { useQuery } from '@tanstack/react-query';
import type { MemberDetail as Detail } from '../../../shared/contract/members.ts';
import { formatAmount, formatDate, formatDateShort } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { Facts } from '../../ui/facts.tsx';
import { Note } from '../../ui/note.tsx';
import { DetailFoot } from './detail-foot.tsx';
import { History, HISTORY } from './history.tsx';
import panel from '../../ui/rail-panel.module.css';
import { RailPanel } from '../../ui/rail-panel.tsx';
import { Inactive, shownName } from './who.tsx';

const words = id.members.detail;

interface MemberDetailProps {
  readonly member: Detail;
  readonly onEdit: () => void;
  readonly onErase: () => void;
  readonly onClose: () => void;
}

/** Everything the shop knows of a member, to read. */
export function MemberDetail({ member, onEdit, onErase, onClose }: MemberDetailProps) {
  const sales = useQuery(ask.salesOfMember(member.memberId, HISTORY)).data;
  const { year } = member;
  return (
    <RailPanel
      title={shownName(member)}
      aside={<Inactive active={member.active} />}
      foot={
        <DetailFoot
          erased={member.nameState === 'erased'}
          onEdit={onEdit}
          onErase={onErase}
          onClose={onClose}
        />
      }
    >
      {member.nameState !== 'known' && (
        <Note>{member.nameState === 'erased' ? words.erasedText : words.unreadableText}</Note>
      )}
      <Facts
        tight
        rows={[
          { name: words.number, value: member.number },
          { name: words.tier, value: id.members.tiers[member.tier] },
          ...(member.joinedOn === null ? [] : [{ name: words.joinedOn, value: formatDate(member.joinedOn) }]),
          { name: words.phone, value: member.phone === '' ? words.noPhone : member.phone },
          ...(member.address === '' ? [] : [{ name: words.address, value: member.address }]),
          ...(member.cardCodes.length === 0
            ? []
            : [{ name: words.cards, value: member.cardCodes.join(', ') }]),
          {
            name: words.limit,
            value: member.creditLimitRp === 0 ? words.noLimit : formatAmount(member.creditLimitRp),
          },
          { name: words.owes, value: <b>{formatAmount(member.owesRp)}</b> },
          { name: words.year(year.year), value: <b>{formatAmount(year.purchasesRp)}</b> },
        ]}
      />
      <SavingsFacts member={member} />
      <History sales={sales} />
    </RailPanel>
  );
}

function SavingsFacts({ member: { savings } }: { readonly member: Detail }) {
  return (
    <>
      <h3>
        {words.savings}
        {savings !== null && <span>{words.savingsAsOf(formatDateShort(savings.asOf))}</span>}
      </h3>
      {savings === null ? (
        <p className={panel.quiet}>{words.savingsUnknown}</p>
      ) : (
        <Facts
          tight
          label={words.savings}
          rows={[
            { name: words.pokok, value: formatAmount(savings.pokokRp) },
            { name: words.wajib, value: formatAmount(savings.wajibRp) },
            { name: words.sukarela, value: <b>{formatAmount(savings.sukarelaRp)}</b> },
          ]}
        />
      )}
    </>
  );
}

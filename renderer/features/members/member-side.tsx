import { useQuery } from '@tanstack/react-query';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { useMay } from '../../data/use-shop.ts';
import { Fault, Waiting } from '../../ui/states.tsx';
import { ErasePerson } from './erase-person.tsx';
import { RailEmpty } from '../../ui/rail-panel.tsx';
import { MemberDetail } from './member-detail.tsx';
import { MemberEditor } from './member-editor.tsx';
import { QuickAdd } from './quick-add.tsx';

const words = id.members;

/** What stands beside the list: nothing, somebody to read, to change or to erase, or a new member. */
export type OpenedMember =
  | { readonly kind: 'member' | 'edit' | 'erase'; readonly memberId: string }
  | { readonly kind: 'new' }
  | null;

interface MemberSideProps {
  readonly opened: OpenedMember;
  readonly onOpen: (opened: OpenedMember) => void;
  readonly onClose: () => void;
}

/** One member beside the list. */
export function MemberSide({ opened, onOpen, onClose }: MemberSideProps) {
  const mayEdit = useMay('member.edit');
  if (opened === null) {
    return (
      <RailEmpty title={words.nothing}>
        <p>{words.nothingText}</p>
      </RailEmpty>
    );
  }
  if (opened.kind !== 'new') {
    return <OneMember key={opened.memberId} opened={opened} onOpen={onOpen} onClose={onClose} />;
  }
  // At the counter a name is enough; whoever may set terms is asked for them at once.
  return mayEdit ? (
    <MemberEditor key="new" member={null} onClose={onClose} />
  ) : (
    <QuickAdd onClose={onClose} />
  );
}

interface OneMemberProps extends MemberSideProps {
  readonly opened: { readonly kind: 'member' | 'edit' | 'erase'; readonly memberId: string };
}

function OneMember({ opened, onOpen, onClose }: OneMemberProps) {
  const { memberId } = opened;
  const { data: member, error } = useQuery(ask.member(memberId));
  if (error !== null) return <Fault error={error} />;
  if (member === undefined) return <Waiting />;
  const toDetail = () => onOpen({ kind: 'member', memberId });
  if (opened.kind === 'edit') return <MemberEditor member={member} onClose={toDetail} />;
  if (opened.kind === 'erase') {
    return <ErasePerson who={{ kind: 'member', id: memberId, name: member.name }} onClose={toDetail} />;
  }
  return (
    <MemberDetail
      member={member}
      onEdit={() => onOpen({ kind: 'edit', memberId })}
      onErase={() => onOpen({ kind: 'erase', memberId })}
      onClose={onClose}
    />
  );
}

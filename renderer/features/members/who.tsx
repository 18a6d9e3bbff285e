import type { Member } from '../../../shared/contract/members.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Tag } from '../../ui/tag.tsx';

/** A name, or why there is none. */
export function shownName(who: Pick<Member, 'name' | 'nameState'>): string {
  return who.nameState === 'known' ? who.name : id.members[who.nameState];
}

/** Beside the name of somebody who no longer buys here. */
export function Inactive({ active }: { readonly active: boolean }) {
  return active ? null : <Tag kind="wait">{id.members.inactive}</Tag>;
}

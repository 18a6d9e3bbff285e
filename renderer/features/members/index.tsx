import { useState } from 'react';
import { BuyerList } from './buyer-list.tsx';
import { ImportScreen } from './import-screen.tsx';
import { MemberList } from './member-list.tsx';

/** The people the shop knows by name: members, institutions that buy on invoice, and a file of members. */
export function MembersScreen() {
  const [part, setPart] = useState<'members' | 'buyers' | 'import'>('members');
  const toMembers = () => setPart('members');
  if (part === 'import') return <ImportScreen onLeave={toMembers} />;
  if (part === 'buyers') return <BuyerList onMembers={toMembers} />;
  return <MemberList onBuyers={() => setPart('buyers')} onImport={() => setPart('import')} />;
}

import type { MemberRow } from '../../../shared/journal/member-bodies.ts';
import type { RecordOf } from '../../../shared/journal/record.ts';
import type { Db } from '../db/sql.ts';
import { upsertBuyer } from './buyer-store.ts';
import { deleteCards, insertCard, upsertMember } from './member-store.ts';
import { usedAfter, writeSavings } from './savings-store.ts';

/** A member added or changed. */
export function applyMemberSaved(db: Db, record: RecordOf<'member-saved/1'>): void {
  applyRows(db, [record.body], record.seq);
}

/** Members taken over from a file, up to 500 in one record. */
export function applyMembersImported(db: Db, record: RecordOf<'members-imported/1'>): void {
  applyRows(db, record.body.members, record.seq);
}

function applyRows(db: Db, members: readonly MemberRow[], seq: number): void {
  // All old cards go first, so that one record may move a card from one member to another.
  for (const member of members) deleteCards(db, member.memberId);
  for (const member of members) {
    upsertMember(db, member, seq);
    for (const [position, code] of member.cardCodes.entries()) {
      insertCard(db, code, member.memberId, position);
    }
  }
}

/**
 * Savings were read or typed. What was typed is the balance at that moment. What was imported is the
 * balance at the end of a day, so that what the till took on later days still comes off it.
 */
export function applyMemberSavingsSet(db: Db, record: RecordOf<'member-savings-set/1'>): void {
  const { source, asOf, rows } = record.body;
  for (const row of rows) {
    const usedRp = source === 'import' ? usedAfter(db, row.memberId, asOf) : 0;
    writeSavings(db, row, asOf, usedRp, record.seq);
  }
}

/** An institutional buyer added or changed. */
export function applyBuyerSaved(db: Db, record: RecordOf<'buyer-saved/1'>): void {
  upsertBuyer(db, record.body, record.seq);
}

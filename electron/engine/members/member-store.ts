import { businessDateSchema, type BusinessDate } from '../../../shared/domain/business-date.ts';
import { rupiah, type Rupiah } from '../../../shared/domain/money.ts';
import { tierSchema } from '../../../shared/domain/tier.ts';
import type { Savings } from '../../../shared/contract/members.ts';
import type { MemberRow } from '../../../shared/journal/member-bodies.ts';
import { all, get, number, run, type Db } from '../db/sql.ts';

/** A member as the tables have it: everything but who it is. */
export interface StoredMember extends MemberRow {
  readonly savings: Savings | null;
}

interface MemberTableRow {
  member_id: string;
  number: string;
  tier: string;
  credit_limit_rp: number;
  active: number;
  joined_on: string | null;
  /** Card codes in order, as a JSON array. */
  cards: string;
  as_of: string | null;
  pokok_rp: number | null;
  wajib_rp: number | null;
  left_rp: number | null;
}

const MEMBER = `
  SELECT member.member_id, number, tier, credit_limit_rp, active, joined_on,
         (SELECT json_group_array(code ORDER BY position) FROM member_card
          WHERE member_card.member_id = member.member_id) AS cards,
         as_of, pokok_rp, wajib_rp, sukarela_rp - used_rp AS left_rp
  FROM member LEFT JOIN member_savings USING (member_id)`;

/** The member of this id, active or not. */
export function readMember(db: Db, memberId: string): StoredMember | undefined {
  const row = get<MemberTableRow>(db, `${MEMBER} WHERE member.member_id = ?`, memberId);
  return row === undefined ? undefined : stored(row);
}

/** The members of these ids, in the order of the ids. */
export function readMembers(db: Db, memberIds: readonly string[]): StoredMember[] {
  return all<MemberTableRow>(
    db,
    `SELECT found.* FROM (SELECT key AS place, value FROM json_each(?)) AS wanted
     JOIN (${MEMBER}) AS found ON found.member_id = wanted.value ORDER BY wanted.place`,
    JSON.stringify(memberIds),
  ).map(stored);
}

/** The id of the member with this number, whatever its case. */
export function memberIdOfNumber(db: Db, memberNumber: string): string | undefined {
  return get<{ member_id: string }>(db, 'SELECT member_id FROM member WHERE number = ?', memberNumber)
    ?.member_id;
}

/** The id of the member who carries this card. */
export function memberIdOfCard(db: Db, code: string): string | undefined {
  return get<{ member_id: string }>(db, 'SELECT member_id FROM member_card WHERE code = ?', code)?.member_id;
}

/** What search and lists go through: every member, in no order. */
export interface MemberHead {
  readonly member_id: string;
  readonly number: string;
  readonly active: number;
}

/** Every member's id and number. */
export function memberHeads(db: Db): MemberHead[] {
  return all<MemberHead>(db, 'SELECT member_id, number, active FROM member');
}

/** The number of whoever was added last. */
export function latestNumber(db: Db): string | undefined {
  return get<{ number: string }>(db, 'SELECT number FROM member ORDER BY added_seq DESC, number DESC LIMIT 1')
    ?.number;
}

/** The last record that changed any member or savings; another number, other members. */
export function membersSeq(db: Db): number {
  return number(
    db,
    `SELECT max(coalesce((SELECT max(changed_seq) FROM member), 0),
                coalesce((SELECT max(changed_seq) FROM member_savings), 0))`,
  );
}

/** Adds a member or writes over one, cards apart. */
export function upsertMember(db: Db, member: MemberRow, seq: number): void {
  run(
    db,
    `INSERT INTO member (member_id, number, tier, credit_limit_rp, active, joined_on, added_seq, changed_seq)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (member_id) DO UPDATE SET
       number = excluded.number, tier = excluded.tier, credit_limit_rp = excluded.credit_limit_rp,
       active = excluded.active, joined_on = excluded.joined_on, changed_seq = excluded.changed_seq`,
    member.memberId,
    member.number,
    member.tier,
    member.creditLimitRp,
    member.active ? 1 : 0,
    member.joinedOn,
    seq,
    seq,
  );
}

/** Takes every card off a member. */
export function deleteCards(db: Db, memberId: string): void {
  run(db, 'DELETE FROM member_card WHERE member_id = ?', memberId);
}

/** Gives a member a card; fails where another member has it. */
export function insertCard(db: Db, code: string, memberId: string, position: number): void {
  run(db, 'INSERT INTO member_card (code, member_id, position) VALUES (?, ?, ?)', code, memberId, position);
}

/** What a member bought in one calendar year, returns taken off. */
export function purchasesOf(
  db: Db,
  memberId: string,
  year: number,
): { purchasesRp: Rupiah; purchases: number } {
  const row = get<{ purchases_rp: number; purchases: number }>(
    db,
    'SELECT purchases_rp, purchases FROM member_year WHERE member_id = ? AND year = ?',
    memberId,
    year,
  );
  return { purchasesRp: rupiah(row?.purchases_rp ?? 0), purchases: row?.purchases ?? 0 };
}

function stored(row: MemberTableRow): StoredMember {
  const cards: unknown = JSON.parse(row.cards);
  return {
    memberId: row.member_id,
    number: row.number,
    tier: tierSchema.parse(row.tier),
    cardCodes: Array.isArray(cards) ? cards.map(String) : [],
    creditLimitRp: rupiah(row.credit_limit_rp),
    active: row.active === 1,
    joinedOn: dateOrNone(row.joined_on),
    savings: savingsOf(row),
  };
}

function savingsOf(row: MemberTableRow): Savings | null {
  const asOf = dateOrNone(row.as_of);
  if (asOf === null) return null;
  return {
    asOf,
    pokokRp: rupiah(row.pokok_rp ?? 0),
    wajibRp: rupiah(row.wajib_rp ?? 0),
    sukarelaRp: rupiah(row.left_rp ?? 0),
  };
}

function dateOrNone(text: string | null): BusinessDate | null {
  return text === null ? null : businessDateSchema.parse(text);
}

import type { Db } from '../db/sql.ts';
import { memberIdOfCard, readMember } from './member-store.ts';

/**
 * The id of the active member who carries a scanned card, or undefined where no card has this code.
 * For the till: a card is looked for before a barcode is called unknown.
 */
export function findByCard(db: Db, code: string): string | undefined {
  const memberId = memberIdOfCard(db, code.normalize().trim());
  if (memberId === undefined) return undefined;
  return readMember(db, memberId)?.active === true ? memberId : undefined;
}

import { canonicalText, type JournalJson } from '../journal/canonical.ts';
import type { Ack, EnrolmentReply, EnrolmentRequest } from './protocol.ts';

/**
 * What is signed beside the request itself. Every kind of statement begins with a name of its own, so
 * that a signature given for one can never be shown as another.
 */
function statement(domain: string, content: JournalJson): Uint8Array {
  return new TextEncoder().encode(`${domain}\0${canonicalText(content)}`);
}

/** Till: "record `seq` of my journal has this hash." It can't be taken back once the district has it. */
export function headStatement(head: { tillId: string; seq: number; hash: string }): Uint8Array {
  const { tillId, seq, hash } = head;
  return statement('gerai/head/v1', { tillId, seq, hash });
}

/** District: "everything of this till up to `ackedSeq` is with us, and it ends in this hash." */
export function ackStatement(tillId: string, ack: Omit<Ack, 'countersignature'>): Uint8Array {
  const { ackedSeq, headHash, serverTime } = ack;
  return statement('gerai/ack/v1', { tillId, ackedSeq, headHash, serverTime });
}

/** District: "we know this till by this key, and speak to it with this one." */
export function enrolmentStatement(
  till: Pick<EnrolmentRequest, 'tillId' | 'publicKey'>,
  district: Omit<EnrolmentReply, 'countersignature'>,
): Uint8Array {
  const { tillId, publicKey } = till;
  const { districtName, districtKey } = district;
  return statement('gerai/enrolment/v1', { tillId, publicKey, districtName, districtKey });
}

/** District: "this is the key by which my stores know a buyer without a number." */
export function subjectKeyStatement(tillId: string, subjectKey: string): Uint8Array {
  return statement('gerai/subject-key/v1', { tillId, subjectKey });
}

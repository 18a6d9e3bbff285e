import {
  enrolmentRequestSchema,
  type EnrolmentReply,
  type EnrolmentRequest,
} from '../../shared/upload/protocol.ts';
import { enrolmentStatement } from '../../shared/upload/statements.ts';
import { inflate } from '../access/inflate.ts';
import { requireRecent, verifySignature, type IncomingRequest } from '../access/signed-request.ts';
import type { District } from '../district.ts';
import { RefusalError } from '../refusal.ts';
import { lockCode, markCodeUsed } from '../store/code-store.ts';
import { findTill, saveTill } from '../store/till-store.ts';
import type { Queries } from '../store/db.ts';
import { codeHash } from './codes.ts';
import type { WrongCodes } from './wrong-codes.ts';

/** An enrolment holds names and a key: small. */
const MOST_BYTES = 16 * 1024;

/**
 * Lets a till in with its one-time code and pins its key. The request is signed with that very key,
 * so nobody can enrol a key that isn't theirs. The same till may ask again with the same code: its
 * first reply may have been lost on the way.
 * @throws RefusalError `code.refused`, `till.key-differs`, `busy` or what is wrong with the request
 */
export async function enrol(
  district: District,
  wrongCodes: WrongCodes,
  request: IncomingRequest & { readonly body: Uint8Array },
): Promise<EnrolmentReply> {
  wrongCodes.requireFew();
  const wish = await readRequest(request.body);
  requireRecent(district, verifySignature(district, request, wish.tillId, wish.publicKey));
  try {
    await district.db.transaction((tx) => admit(district, tx, wish));
  } catch (error) {
    if (error instanceof RefusalError && error.refusal.code === 'code.refused') wrongCodes.count();
    throw error;
  }
  district.log.info('till enrolled', { tillId: wish.tillId, storeCode: wish.storeCode });
  const reply = { districtName: district.name, districtKey: district.key.publicKey };
  return { ...reply, countersignature: district.key.sign(enrolmentStatement(wish, reply)) };
}

async function readRequest(body: Uint8Array): Promise<EnrolmentRequest> {
  const text = new TextDecoder().decode(await inflate(body, MOST_BYTES));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RefusalError('request.malformed', 'the enrolment is no JSON');
  }
  const wish = enrolmentRequestSchema.safeParse(value);
  if (!wish.success) throw new RefusalError('request.malformed', 'the enrolment lacks something');
  return wish.data;
}

async function admit(district: District, tx: Queries, wish: EnrolmentRequest): Promise<void> {
  const now = district.clock.now();
  const hash = codeHash(district, wish.code);
  const code = await lockCode(tx, hash);
  if (code === undefined) throw refused('unknown');
  if (code.usedByKey !== null && code.usedByKey !== wish.publicKey) throw refused('used');
  if (code.usedByKey === null && code.validUntil < now) throw refused('expired');
  const known = await findTill(tx, wish.tillId);
  if (known !== undefined && known.publicKey !== wish.publicKey) {
    throw new RefusalError('till.key-differs', 'this till is known under another key');
  }
  await saveTill(tx, wish, now);
  if (code.usedByKey === null) await markCodeUsed(tx, hash, wish.publicKey, now);
}

function refused(why: string): RefusalError {
  return new RefusalError('code.refused', `the code is ${why}`);
}

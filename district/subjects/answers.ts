import { z } from 'zod';
import {
  COUNT_LIMITS,
  subjectCountsRequestSchema,
  type SubjectCountsReply,
  type SubjectKeyReply,
} from '../../shared/upload/protocol.ts';
import { subjectKeyStatement } from '../../shared/upload/statements.ts';
import type { IncomingRequest } from '../access/signed-request.ts';
import type { District } from '../district.ts';
import { RefusalError } from '../refusal.ts';
import { countsElsewhere } from '../store/purchase-store.ts';
import type { Till } from '../store/till-store.ts';
import { readQuestion } from './till-request.ts';

type Question = IncomingRequest & { readonly body: Uint8Array };

/**
 * Gives an enrolled till the key that all stores of the district hash identity numbers with.
 * @throws RefusalError `request.unknown` where this district has lost it, or what is wrong with the request
 */
export async function giveSubjectKey(
  district: District,
  till: Till,
  request: Question,
): Promise<SubjectKeyReply> {
  await readQuestion(district, till, request, z.strictObject({}));
  const { subjectKey, key } = district;
  if (subjectKey === undefined) throw new RefusalError('request.unknown', 'there is no subject key here');
  return { subjectKey, countersignature: key.sign(subjectKeyStatement(till.tillId, subjectKey)) };
}

/**
 * Says what a buyer has bought at the district's other tills, as far as they have sent it.
 * @throws RefusalError what is wrong with the request
 */
export async function countSubject(
  district: District,
  till: Till,
  request: Question,
): Promise<SubjectCountsReply> {
  const question = await readQuestion(district, till, request, subjectCountsRequestSchema);
  return { counts: await countsElsewhere(district.db, till, question, COUNT_LIMITS.counts) };
}

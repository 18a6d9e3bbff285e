import type { uploadContract } from '../../../shared/contract/upload.ts';
import type { Prepared } from '../../../shared/contract/define.ts';
import type { z } from 'zod';
import { canonicalText } from '../../../shared/journal/canonical.ts';
import { fromHex, toHex, utf8 } from '../../../shared/journal/chain.ts';
import {
  DISTRICT_PATHS,
  enrolmentReplySchema,
  type EnrolmentReply,
  type EnrolmentRequest,
} from '../../../shared/upload/protocol.ts';
import { enrolmentStatement } from '../../../shared/upload/statements.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { readStore } from '../setup/index.ts';
import { districtAddress } from './district-address.ts';
import { DistrictLink } from './district-link.ts';
import { uploaderOf } from './running-uploader.ts';
import { uploadStatus } from './status.ts';
import { UploadFault } from './upload-fault.ts';
import { fetchSubjectKey } from './subject-key.ts';
import { readEnrolment, saveNextTry, type Enrolment } from './upload-store.ts';

type Input = z.output<typeof uploadContract.enrol.input>;

/** What the district gave this till. */
interface Admitted extends Enrolment {
  /** By which its stores know a buyer; undefined where it has none to give. */
  readonly subjectKey: Uint8Array | undefined;
}

/**
 * Introduces this till to its district with a one-time code. The district pins the till's key, the
 * till pins the district's, and the first upload begins.
 */
export const enrol: Prepared<Ctx, Input, Admitted, ReturnType<typeof uploadStatus>> = {
  prepare: async (ctx, { districtUrl, code }) => {
    requireNotEnrolled(ctx);
    const address = districtAddress(districtUrl);
    const wish = enrolmentRequest(ctx, code);
    const ends = { districtUrl: address, tillId: wish.tillId, key: ctx.signingKey() };
    const link = new DistrictLink(ctx.ports, ends);
    try {
      const reply = await link.post(
        DISTRICT_PATHS.enrolments,
        utf8(canonicalText(wish)),
        enrolmentReplySchema,
      );
      requireSigned(ctx, wish, reply);
      const { districtName, districtKey } = reply;
      const subjectKey = await fetchSubjectKey(ctx.ports, { ends, districtKey });
      return { districtUrl: address, districtName, districtKey, subjectKey };
    } catch (error) {
      throw asRefusal(error);
    }
  },
  run: (ctx, { districtUrl, districtName, districtKey, subjectKey }) => {
    requireNotEnrolled(ctx);
    if (subjectKey !== undefined) ctx.ports.keys.setSharedSubjectKey(subjectKey);
    ctx.append('till-enrolled/1', { districtUrl, districtName, districtKey });
    saveNextTry(ctx.db, ctx.ports.clock.now());
    ctx.changed('upload');
    ctx.afterCommit(() => uploaderOf(ctx.db)?.send());
    return uploadStatus(ctx.db);
  },
};

function requireNotEnrolled(ctx: Ctx): void {
  if (readEnrolment(ctx.db) !== undefined) throw new DomainError('upload.already-enrolled');
}

function enrolmentRequest(ctx: Ctx, code: string): EnrolmentRequest {
  const store = readStore(ctx.db);
  if (store === undefined) throw new DomainError('setup.required');
  const { storeCode, tillNumber, koperasi, gerai, kabupaten } = store.profile;
  const publicKey = toHex(ctx.signingKey().publicKey);
  const { tillId, example } = store;
  return { code, tillId, publicKey, storeCode, tillNumber, koperasi, gerai, kabupaten, example };
}

/** A district that can't sign with the key it names could never acknowledge anything. */
function requireSigned(ctx: Ctx, wish: EnrolmentRequest, reply: EnrolmentReply): void {
  const signed = ctx.ports.crypto.verifyEd25519(
    fromHex(reply.districtKey),
    enrolmentStatement(wish, reply),
    fromHex(reply.countersignature),
  );
  if (!signed) throw new UploadFault('district.nonsense', 'the reply is not signed by the key it names');
}

function asRefusal(error: unknown): unknown {
  if (!(error instanceof UploadFault)) return error;
  if (error.refusal?.code === 'code.refused') return new DomainError('district.code-refused');
  if (error.code === 'upload.fork') return error;
  return new DomainError(error.code, { detail: error.detail });
}

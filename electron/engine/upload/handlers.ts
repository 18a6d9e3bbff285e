import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { uploadContract } from '../../../shared/contract/upload.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { enrol } from './enrol.ts';
import { uploaderOf } from './running-uploader.ts';
import { uploadStatus } from './status.ts';
import { readEnrolment } from './upload-store.ts';

/** What the `upload` area of the contract does. */
export const uploadHandlers: AreaHandlers<typeof uploadContract, Ctx> = {
  status: (ctx) => uploadStatus(ctx.db),
  enrol,
  sendNow: (ctx) => {
    if (readEnrolment(ctx.db) === undefined) throw new DomainError('upload.not-enrolled');
    // The network is left alone until the command is stored; asking twice sends once.
    ctx.afterCommit(() => uploaderOf(ctx.db)?.send());
    return { ...uploadStatus(ctx.db), state: 'sending' };
  },
};

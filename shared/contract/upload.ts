import { z } from 'zod';
import { command, nothing, query } from './define.ts';

export const uploadStatusSchema = z.strictObject({
  enrolled: z.boolean(),
  districtUrl: z.string().nullable(),
  districtName: z.string().nullable(),
  state: z.enum(['idle', 'sending', 'waiting']),
  headSeq: z.int(),
  ackedSeq: z.int(),
  /** When the district last acknowledged, by this till's clock; `null` for never. */
  ackedAt: z.int().nullable(),
  /** Closed business days that are not wholly acknowledged. */
  daysWaiting: z.int(),
  /** When the next nightly try is due. */
  nextTryAt: z.int().nullable(),
  lastFault: z
    .strictObject({
      code: z.enum([
        'district.unreachable',
        'district.slow',
        'district.nonsense',
        'district.refused',
        'upload.fork',
      ]),
      detail: z.string(),
      at: z.int(),
    })
    .nullable(),
});
export type UploadStatus = z.output<typeof uploadStatusSchema>;

export const uploadContract = {
  status: query({ permission: 'signed-in', input: nothing, output: uploadStatusSchema }),
  /** Introduces this till to its district with a one-time code; pins both public keys. */
  enrol: command({
    permission: 'upload.manage',
    input: z.strictObject({ districtUrl: z.url().max(300), code: z.string().trim().min(4).max(64) }),
    output: uploadStatusSchema,
  }),
  /** "Kirim sekarang": starts sending; progress and outcome come with `status`. */
  sendNow: command({ permission: 'upload.send', input: nothing, output: uploadStatusSchema }),
};

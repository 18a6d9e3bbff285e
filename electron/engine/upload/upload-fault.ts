import type { UploadStatus } from '../../../shared/contract/upload.ts';
import type { Refusal } from '../../../shared/upload/protocol.ts';

/** What can go wrong between till and district, as the status shows it. */
export type FaultCode = NonNullable<UploadStatus['lastFault']>['code'];

const FAULT_CODES: ReadonlySet<string> = new Set<FaultCode>([
  'district.unreachable',
  'district.slow',
  'district.nonsense',
  'district.refused',
  'upload.fork',
]);

/** Whether stored text is one of the codes. */
export function isFaultCode(text: string): text is FaultCode {
  return FAULT_CODES.has(text);
}

/** An upload did not come through. Nothing is lost: the journal keeps everything until it does. */
export class UploadFault extends Error {
  override readonly name = 'UploadFault';
  readonly code: FaultCode;
  /** For people who repair, in English. */
  readonly detail: string;
  /** What the district asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** The district's own words, where it refused. */
  readonly refusal: Refusal | undefined;

  constructor(
    code: FaultCode,
    detail: string,
    more: { retryAfterMs?: number | undefined; refusal?: Refusal } = {},
  ) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail.slice(0, 500);
    this.retryAfterMs = more.retryAfterMs;
    this.refusal = more.refusal;
  }
}

/** The till is closing while a request is on its way; it counts as neither success nor fault. */
export class UploadStopped extends Error {
  override readonly name = 'UploadStopped';
}

import { REFUSALS, type Refusal, type RefusalCode } from '../shared/upload/protocol.ts';

/** The district says no, with a code the till understands. Anything else that is thrown is a bug. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';
  readonly refusal: Refusal;
  /** Seconds the caller should wait before it comes again, where that would help. */
  readonly retryAfterS: number | undefined;

  constructor(
    code: RefusalCode,
    detail: string,
    more: Omit<Refusal, 'code' | 'detail'> & { retryAfterS?: number } = {},
  ) {
    super(`${code}: ${detail}`);
    const { retryAfterS, ...fields } = more;
    this.refusal = { code, detail: detail.slice(0, 500), ...fields };
    this.retryAfterS = retryAfterS;
  }

  /** HTTP status that belongs to the code. */
  get status(): (typeof REFUSALS)[RefusalCode] {
    return REFUSALS[this.refusal.code];
  }
}

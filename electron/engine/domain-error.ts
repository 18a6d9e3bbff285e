import type { ErrorCode } from '../../shared/contract/errors.ts';
import type { ErrorParams, StartupCode } from '../../shared/contract/wire.ts';

/**
 * A refusal that a person at the counter can meet and act on. Thrown inside a transaction it rolls
 * everything back; dispatch turns it into a reply. Anything else that is thrown is a bug.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** Why the till does not open at all; the host says it in words and exits. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
  readonly code: StartupCode;
  readonly params: ErrorParams;
  constructor(code: StartupCode, params: ErrorParams = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
  }
}

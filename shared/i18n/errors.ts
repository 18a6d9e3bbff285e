import type { CallError, ErrorParams } from '../contract/wire.ts';
import type { ErrorCode } from '../contract/errors.ts';
import { errors } from './id/errors.ts';

/** The sentence for a refusal, with its particulars filled in. */
export function errorText(code: ErrorCode, params: ErrorParams = {}): string {
  const words = errors[code];
  return typeof words === 'string' ? words : words(params);
}

/** The sentence for an error as it came over the contract; a fault's trace id is said so that it can be found. */
export function callErrorText(error: CallError): string {
  return errorText(error.code, { ...error.params, traceId: error.traceId });
}

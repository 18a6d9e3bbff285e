import type { CallError, Reply } from '../../shared/contract/wire.ts';

/** A query the engine refused; carries what the screen needs to say why. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly fault: CallError;

  constructor(fault: CallError) {
    super(fault.code);
    this.fault = fault;
  }
}

/** The value of a reply; throws `Refusal` where there is none, for use inside queries. */
export function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new Refusal(reply.error);
}

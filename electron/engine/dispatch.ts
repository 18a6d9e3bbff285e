import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { contract, type Contract } from '../../shared/contract/index.ts';
import type { ContractShape, Handlers, Prepared, Procedure } from '../../shared/contract/define.ts';
import { mayDo } from '../../shared/contract/permissions.ts';
import type { CallEnvelope, Reply } from '../../shared/contract/wire.ts';
import { rememberReply, repliedBefore } from './command-replies.ts';
import { Ctx, type Core, type Person } from './context.ts';
import { immediately } from './db/sql.ts';
import { DomainError } from './domain-error.ts';
import { personOf } from './staff/index.ts';

type AnyHandler = ((ctx: Ctx, input: unknown) => unknown) | Prepared<Ctx, unknown, unknown, unknown>;

const envelopeSchema = z.strictObject({
  procedure: z.string().max(80),
  input: z.unknown(),
  commandId: z.uuid().optional(),
  session: z.string().max(128).optional(),
});

const shape: ContractShape = contract;
const procedures = new Map<string, Procedure>(
  Object.entries(shape).flatMap(([area, table]) =>
    Object.entries(table).map(([name, procedure]) => [`${area}.${name}`, procedure] as const),
  ),
);

/**
 * The one door of the engine: looks the procedure up, authorises the caller, validates the input,
 * runs the handler (a command in one transaction) and turns whatever happens into a reply value.
 */
export class Dispatcher {
  readonly #core: Core;
  readonly #handlers: ReadonlyMap<string, AnyHandler>;
  /** Read when the first command comes: a till that only answers queries needs no secret. */
  #secret: KeyObject | undefined;

  constructor(core: Core, handlers: Handlers<Contract, Ctx>) {
    this.#core = core;
    this.#handlers = flatten(handlers);
  }

  /** Answers one call. Never throws and never rejects: every outcome is a reply. */
  async call(envelope: CallEnvelope): Promise<Reply<unknown>> {
    try {
      return { ok: true, value: await this.#answer(envelope) };
    } catch (error) {
      return this.#refusal(envelope, error);
    }
  }

  async #answer(raw: CallEnvelope): Promise<unknown> {
    const envelope = envelopeSchema.safeParse(raw);
    if (!envelope.success) throw new DomainError('request.malformed');
    const { procedure: name, commandId, session } = envelope.data;
    const procedure = procedures.get(name);
    const handler = this.#handlers.get(name);
    if (procedure === undefined || handler === undefined)
      throw new DomainError('procedure.unknown', { name });
    const person = personOf(this.#core.db, session);
    authorise(procedure, person);
    const input = procedure.input.safeParse(envelope.data.input);
    if (!input.success) throw malformed(input.error);
    if (procedure.kind === 'query') return this.#query(procedure, handler, input.data, person);
    if (commandId === undefined) throw new DomainError('command.id-missing');
    const inputHash = this.#hashOf(envelope.data.input);
    return this.#command({ name, procedure, handler, input: input.data, person, commandId, inputHash });
  }

  async #query(
    procedure: Procedure,
    handler: AnyHandler,
    input: unknown,
    person: Person | undefined,
  ): Promise<unknown> {
    const ctx = new Ctx(this.#core, person);
    if (typeof handler === 'function') return procedure.output.parse(handler(ctx, input));
    return procedure.output.parse(handler.run(ctx, await handler.prepare(ctx, input), input));
  }

  async #command(command: CommandCall): Promise<unknown> {
    const { procedure, handler, input, person, commandId, name, inputHash } = command;
    let ready: unknown;
    if (typeof handler !== 'function') {
      const before = repliedBefore(this.#core, commandId, name, inputHash);
      if (before !== undefined) return before.reply;
      ready = await handler.prepare(new Ctx(this.#core, person), input);
    }
    return inTransaction(this.#core, person, (ctx) => {
      // Also where it was asked before: the same command may have come twice while it was prepared.
      const given = repliedBefore(this.#core, commandId, name, inputHash);
      if (given !== undefined) return given.reply;
      const value = typeof handler === 'function' ? handler(ctx, input) : handler.run(ctx, ready, input);
      const reply: unknown = procedure.output.parse(value);
      if (procedure.secretReply !== true) {
        rememberReply(this.#core, { commandId, name, inputHash, reply, at: this.#core.ports.clock.now() });
      }
      return reply;
    });
  }

  /**
   * Tells two inputs apart without telling what they are: an input may hold a PIN, which anybody
   * could find again from a hash without a secret.
   */
  #hashOf(input: unknown): Uint8Array {
    const text = `gerai/command/v1\0${JSON.stringify(input)}`;
    this.#secret ??= createSecretKey(this.#core.ports.keys.pepper());
    return createHmac('sha256', this.#secret).update(text).digest();
  }

  #refusal(envelope: CallEnvelope, error: unknown): Reply<never> {
    const traceId = this.#core.ports.ids.next();
    const known = asDomainError(error);
    if (known !== undefined) {
      if (known.code.startsWith('storage.')) this.#core.ports.log.error('storage fault', { traceId, error });
      return { ok: false, error: { code: known.code, params: known.params, traceId } };
    }
    // The input is left out of the log on purpose: it may hold a PIN or a person's data.
    this.#core.ports.log.error('internal error', { traceId, procedure: envelope.procedure, error });
    return { ok: false, error: { code: 'internal', params: {}, traceId } };
  }
}

interface CommandCall {
  readonly name: string;
  readonly procedure: Procedure;
  readonly handler: AnyHandler;
  readonly input: unknown;
  readonly person: Person | undefined;
  readonly commandId: string;
  readonly inputHash: Uint8Array;
}

/**
 * Runs a change in one transaction and, once it has committed, tells the windows and starts what had
 * to wait for the commit. Where it fails, nothing of it remains and nothing is started.
 */
export function inTransaction<T>(
  core: Pick<Core, 'db' | 'ports' | 'writer' | 'dataDir' | 'changed'>,
  person: Person | undefined,
  work: (ctx: Ctx) => T,
): T {
  const ctx = new Ctx(core, person);
  const value = core.writer.allOrNothing(() => immediately(core.db, () => work(ctx)));
  finish(core, ctx);
  return value;
}

/** What is left to do is never a refusal: the change is stored, whatever goes wrong from here on. */
function finish(core: Pick<Core, 'ports' | 'changed'>, ctx: Ctx): void {
  const { topics, tasks } = ctx.outcome();
  const announce = () => {
    if (topics.length > 0) core.changed(...topics);
  };
  for (const task of [announce, ...tasks]) {
    try {
      task();
    } catch (error) {
      core.ports.log.error('a task after the commit failed', { error });
    }
  }
}

function authorise(procedure: Procedure, person: Person | undefined): void {
  if (mayDo(person?.role, procedure.permission)) return;
  throw new DomainError(person === undefined ? 'session.required' : 'permission.denied');
}

function malformed(error: z.ZodError): DomainError {
  const first = error.issues[0];
  return new DomainError('request.malformed', { field: first === undefined ? '' : first.path.join('.') });
}

/** Expected refusals, and the faults of the disk that a shopkeeper can do something about. */
function asDomainError(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)$/.test(code)) return new DomainError('storage.full');
  if (/^(SQLITE_(IOERR|READONLY|CANTOPEN)\w*|EROFS|EIO)$/.test(code))
    return new DomainError('storage.unwritable');
  return undefined;
}

function flatten(handlers: Handlers<Contract, Ctx>): Map<string, AnyHandler> {
  const flat = new Map<string, AnyHandler>();
  for (const [area, table] of Object.entries(handlers)) {
    for (const [name, handler] of Object.entries(table)) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its input is parsed by its own schema first
      flat.set(`${area}.${name}`, handler as AnyHandler);
    }
  }
  return flat;
}

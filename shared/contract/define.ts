import { z } from 'zod';
import type { Permission } from './permissions.ts';
import type { Reply } from './wire.ts';

/**
 * One procedure of the till. A `query` reads and may be asked at any time; a `command` changes the
 * shop, runs in one transaction and carries a command id, so that a replay changes nothing.
 */
export interface Procedure<
  K extends 'query' | 'command' = 'query' | 'command',
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: K;
  readonly permission: Permission;
  readonly input: I;
  readonly output: O;
  /**
   * `true` where the reply holds a secret (a session token): it is not kept for replays. Only for
   * commands that are harmless to run twice.
   */
  readonly secretReply?: boolean;
}

interface Definition<I extends z.ZodType, O extends z.ZodType> {
  readonly permission: Permission;
  readonly input: I;
  readonly output: O;
  readonly secretReply?: boolean;
}

/** Declares a procedure that only reads. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  definition: Definition<I, O>,
): Procedure<'query', I, O> {
  return { kind: 'query', ...definition };
}

/** Declares a procedure that changes the shop. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  definition: Definition<I, O>,
): Procedure<'command', I, O> {
  return { kind: 'command', ...definition };
}

/** Input of a procedure that needs none. */
export const nothing = z.strictObject({});

/** A table of areas, each a table of procedures. */
export type ContractShape = Readonly<Record<string, Readonly<Record<string, Procedure>>>>;

/** What a caller passes in: before parsing, so plain numbers and strings. */
export type InputOf<P extends Procedure> = z.input<P['input']>;
/** What a caller gets back: parsed, so branded values. */
export type OutputOf<P extends Procedure> = z.output<P['output']>;

export interface CallOptions {
  /** Reuse an id to make a retry safe; a new one is made where it is left out. */
  readonly commandId?: string;
}

/** The caller's side of a contract: every procedure as an async function that returns a reply value. */
export type Client<T extends ContractShape> = {
  readonly [A in keyof T]: {
    readonly [P in keyof T[A]]: (
      input: InputOf<T[A][P]>,
      options?: CallOptions,
    ) => Promise<Reply<OutputOf<T[A][P]>>>;
  };
};

/** A command whose slow or asynchronous part must be done before the transaction opens. */
export interface Prepared<Ctx, In, Ready, Out> {
  /** Reads files, asks the network; must change nothing. */
  readonly prepare: (ctx: Ctx, input: In) => Promise<Ready>;
  /** Runs in the transaction, synchronously. */
  readonly run: (ctx: Ctx, ready: Ready, input: In) => Out;
}

/** The engine's side: a missing handler does not compile. Handlers get parsed input. */
export type Handler<P extends Procedure, Ctx> =
  | ((ctx: Ctx, input: z.output<P['input']>) => z.input<P['output']>)
  // oxlint-disable-next-line typescript/no-explicit-any -- what is prepared is the handler's own affair
  | Prepared<Ctx, z.output<P['input']>, any, z.input<P['output']>>;

export type Handlers<T extends ContractShape, Ctx> = {
  readonly [A in keyof T]: AreaHandlers<T[A], Ctx>;
};

/** The handlers of one area. */
export type AreaHandlers<A extends Readonly<Record<string, Procedure>>, Ctx> = {
  readonly [P in keyof A]: Handler<A[P], Ctx>;
};

/**
 * Makes a typed client from one function that carries envelopes, whatever the transport.
 * @param send carries one call and returns the engine's reply
 * @param newCommandId makes a UUIDv7
 */
export function createClient<T extends ContractShape>(
  contract: T,
  send: (call: { procedure: string; input: unknown; commandId?: string }) => Promise<Reply<unknown>>,
  newCommandId: () => string,
): Client<T> {
  const areas: Record<string, Record<string, unknown>> = {};
  for (const [area, procedures] of Object.entries(contract)) {
    const functions: Record<string, unknown> = {};
    for (const [name, procedure] of Object.entries(procedures)) {
      functions[name] = async (input: unknown, options?: CallOptions) => {
        const base = { procedure: `${area}.${name}`, input };
        const call =
          procedure.kind === 'command' ? { ...base, commandId: options?.commandId ?? newCommandId() } : base;
        const reply = await send(call);
        return reply.ok ? { ok: true, value: procedure.output.parse(reply.value) } : reply;
      };
    }
    areas[area] = functions;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the loop above builds exactly this shape
  return areas as unknown as Client<T>;
}

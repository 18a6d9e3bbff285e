import type { ErrorCode } from './errors.ts';

/** Values that fill the gaps of an error's sentence. Plain, so that they travel anywhere. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** What a caller sends through any transport. */
export interface CallEnvelope {
  /** `area.procedure`, a key of the contract. */
  readonly procedure: string;
  readonly input: unknown;
  /** UUIDv7 made by the caller, required for commands: a replay returns the stored reply. */
  readonly commandId?: string;
  /** Session token from `staff.signIn`. */
  readonly session?: string;
}

export interface CallError {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** Finds the log line that belongs to this refusal. */
  readonly traceId: string;
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: CallError };

/** What part of the shop changed; queries that show it ask again. */
export type Topic =
  | 'setup'
  | 'staff'
  | 'catalog'
  | 'ticket'
  | 'sales'
  | 'cash'
  | 'printing'
  | 'upload'
  | 'members'
  | 'subsidy';

export type EngineEvent =
  | { readonly kind: 'changed'; readonly topics: readonly Topic[] }
  /** A code read by a scanner that the engine itself listens to (HID). */
  | { readonly kind: 'scan'; readonly code: string };

export interface EngineInfo {
  readonly dataDir: string;
  /** Only in the example store: a PIN for each role, so that anyone can try the till. */
  readonly pins?: Readonly<Record<string, string>>;
}

/** Messages between a host (window or web server) and an engine process. */
export type HostMessage =
  | { readonly kind: 'call'; readonly id: number; readonly envelope: CallEnvelope }
  | { readonly kind: 'stop' };

export type EngineMessage =
  | { readonly kind: 'ready'; readonly info: EngineInfo }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'event'; readonly event: EngineEvent }
  | { readonly kind: 'fatal'; readonly code: StartupCode; readonly params: ErrorParams }
  | { readonly kind: 'stopped' };

/** The protocol a page names when it opens its line to the web host; the launch's token is named behind it. */
export const LINE_PROTOCOL = 'gerai.line.v1';

/** What a page sends over its line. */
export type LineCall = Pick<Extract<HostMessage, { kind: 'call' }>, 'id' | 'envelope'>;

/** What the web host sends over it; `ready` comes first, once events will reach the page. */
export type LineMessage = { readonly kind: 'ready' } | Extract<EngineMessage, { kind: 'reply' | 'event' }>;

/** Why a till refuses to start; the words are in shared/i18n/startup.ts. */
export type StartupCode =
  | 'data-dir-in-use'
  | 'data-dir-unwritable'
  | 'database-newer'
  | 'database-damaged'
  | 'journal-damaged'
  | 'sqlite-unfit'
  | 'internal';

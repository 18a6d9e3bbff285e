import type { ErrorCode } from '../../shared/contract/errors.ts';
import type { CallError, ErrorParams } from '../../shared/contract/wire.ts';
import { callErrorText, errorText } from '../../shared/i18n/errors.ts';
import { createStore } from '../data/store.ts';
import type { IconName } from './icon-paths.ts';
import { play } from './sounds.ts';

/** What the message strip says. It never blocks and never covers. */
export interface Message {
  /** `attention` is an ink frame, `refused` solid ink, `done` a quiet confirmation. */
  readonly tone: 'attention' | 'refused' | 'done';
  readonly icon?: IconName;
  /** What happened, as one short sentence. */
  readonly title: string;
  /** What was kept and what to do. */
  readonly text?: string;
  /** Goes away with the next thing done: a question that was not answered, for instance. */
  readonly passing?: boolean;
  readonly action?: { readonly label: string; readonly keyName?: string; readonly perform: () => void };
}

/** The message on screen; a new one takes the place of the old. */
export const shownMessage = createStore<Message | null>(null);

/** Shows a message and plays its sound. */
export function say(message: Message): void {
  if (message.tone !== 'done') play(message.tone);
  shownMessage.set(message);
}

/** Closes the message, if one is shown. */
export function hush(): void {
  shownMessage.set(null);
}

/** Closes what belonged to the step just left; what still needs attention comes along. */
export function hushStep(): void {
  if (shownMessage.get()?.tone !== 'attention') hush();
  else hushPassing();
}

/** Closes a confirmation or an unanswered question: work has gone on. */
export function hushPassing(): void {
  const message = shownMessage.get();
  if (message?.tone === 'done' || message?.passing === true) hush();
}

/** Puts a refusal of the engine into the message strip. */
export function sayRefusal(error: CallError): void {
  const { title, text } = splitSentence(callErrorText(error));
  say({ tone: 'refused', title, text });
}

/** Says what is still missing, as the screen knows without asking the engine; what mends it closes it. */
export function sayMissing(code: ErrorCode, params: ErrorParams = {}): void {
  say({ tone: 'refused', passing: true, ...splitSentence(errorText(code, params)) });
}

/** The first sentence stands out; the rest explains. */
export function splitSentence(words: string): { title: string; text: string } {
  const end = words.search(/[.?!] (?=[A-Z])/);
  if (end < 0) return { title: words, text: '' };
  return { title: words.slice(0, end + 1), text: words.slice(end + 2) };
}

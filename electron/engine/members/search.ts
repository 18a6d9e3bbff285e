import type { Ctx } from '../context.ts';
import { folded } from '../catalog/index.ts';
import type { Opened } from '../vault/index.ts';
import { memberHeads, memberIdOfCard, type MemberHead } from './member-store.ts';
import { everybody, type Person } from './person.ts';

type Reading = Pick<Ctx, 'db' | 'ports'>;

/** A name as it is compared, with its words. */
interface FoldedName {
  readonly text: string;
  readonly words: readonly string[];
}

type People = ReadonlyMap<string, { readonly opened: Opened<Person> }>;

/** Folding five thousand names takes longer than searching them, so it is done once for each roll. */
const foldedNames = new WeakMap<People, ReadonlyMap<string, FoldedName>>();

function namesOf(ctx: Reading): ReadonlyMap<string, FoldedName> {
  const people = everybody(ctx);
  let names = foldedNames.get(people);
  if (names === undefined) {
    const made = new Map<string, FoldedName>();
    for (const [id, { opened }] of people) {
      if (opened.state !== 'known') continue;
      const text = folded(opened.person.name);
      made.set(id, { text, words: text.split(' ') });
    }
    names = made;
    foldedNames.set(people, names);
  }
  return names;
}

/** How well somebody fits what was typed; the smaller, the earlier. */
const RANK = { card: 0, number: 1, nameStart: 2, nameWord: 3, numberStart: 4 } as const;

/**
 * The ids of the members that fit a text, best first: by a whole card code, by number with or without
 * leading zeros, by words of the name in any order, each as a prefix. Every member fits an empty text.
 */
export function findMembers(ctx: Reading, text: string, onlyActive: boolean): string[] {
  const names = namesOf(ctx);
  const typed = text.normalize().trim();
  const asks = {
    words: folded(typed).split(' ').filter(Boolean),
    number: typed.toLowerCase(),
    card: typed === '' ? undefined : memberIdOfCard(ctx.db, typed),
  };
  const found: { id: string; rank: number; name: string; number: string }[] = [];
  for (const head of memberHeads(ctx.db)) {
    if (onlyActive && head.active === 0) continue;
    const name = names.get(head.member_id);
    const rank = typed === '' ? RANK.nameStart : rankOf(head, name, asks);
    if (rank === undefined) continue;
    found.push({ id: head.member_id, rank, name: name?.text ?? '', number: head.number });
  }
  return found
    .toSorted((a, b) => a.rank - b.rank || byName(a.name, b.name) || byName(a.number, b.number))
    .map(({ id }) => id);
}

function rankOf(
  head: MemberHead,
  name: FoldedName | undefined,
  asks: { words: readonly string[]; number: string; card: string | undefined },
): number | undefined {
  if (asks.card === head.member_id) return RANK.card;
  const own = head.number.toLowerCase();
  if (own === asks.number || withoutZeros(own) === asks.number) return RANK.number;
  if (name !== undefined && fits(name.words, asks.words)) {
    return name.text.startsWith(asks.words[0] ?? '') ? RANK.nameStart : RANK.nameWord;
  }
  return own.startsWith(asks.number) ? RANK.numberStart : undefined;
}

/** `0012` is also found by `12`. */
export function withoutZeros(memberNumber: string): string {
  return memberNumber.replace(/^0+(?=\d)/, '');
}

/** Whether every word typed begins a word of the name. */
export function fits(words: readonly string[], typed: readonly string[]): boolean {
  return typed.length > 0 && typed.every((begin) => words.some((word) => word.startsWith(begin)));
}

/** Those without a name come last. */
function byName(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return a < b ? -1 : 1;
}

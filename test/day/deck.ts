import type { SeededRandom } from '../support/random.ts';

/**
 * Cards drawn one by one, shuffled anew once all were drawn. Unlike throwing dice it lets nothing of a
 * long day be left out by chance.
 */
export class Deck<T> {
  readonly #cards: readonly T[];
  readonly #random: SeededRandom;
  #left: T[] = [];

  /** @param cards each with how many of it there are */
  constructor(random: SeededRandom, cards: readonly (readonly [count: number, card: T])[]) {
    this.#random = random;
    this.#cards = cards.flatMap(([count, card]) => Array.from({ length: count }, () => card));
  }

  draw(): T {
    if (this.#left.length === 0) this.#left = shuffled(this.#cards, this.#random);
    const card = this.#left.pop();
    if (card === undefined) throw new Error('a deck without cards');
    return card;
  }
}

/** The items in an order of chance. */
export function shuffled<T>(items: readonly T[], random: SeededRandom): T[] {
  const rest = [...items];
  const order: T[] = [];
  while (rest.length > 0) order.push(...rest.splice(random.between(0, rest.length - 1), 1));
  return order;
}

import { Deck } from '../../deck.ts';
import { attachMember, giveTier } from '../buyers.ts';
import { scanGs1, scanWeighed } from '../baskets/labels.ts';
import { changeUnit, scanPack } from '../baskets/packs.ts';
import { scanPlainGoods } from '../baskets/plain.ts';
import { takePromotion, takeQuantityPrice } from '../baskets/prices.ts';
import type { Desk } from '../desk.ts';
import { payInvoice, payKasbon, paySavings } from '../payments/account.ts';
import { payByBank, payCardAndCash } from '../payments/bank.ts';
import { payAndDonate, payCash } from '../payments/cash.ts';
import { cancelQrisAndPayCash, payQris, payQrisAndCash } from '../payments/qris.ts';
import { giveDiscount, setPriceByHand } from '../troubles/by-hand.ts';
import { putAside } from '../troubles/parking.ts';
import { giveUp, takeLineOff, takeOneLess } from '../troubles/voids.ts';

type Step = (desk: Desk) => Promise<unknown>;

const nothing: Step = () => Promise.resolve();

const BASKETS: readonly (readonly [number, Step])[] = [
  [4, nothing],
  [2, scanPack],
  [1, changeUnit],
  [3, scanWeighed],
  [1, scanGs1],
  [3, takePromotion],
  [1, takeQuantityPrice],
];

const BUYERS: readonly (readonly [number, Step])[] = [
  [8, nothing],
  [3, attachMember],
  [1, giveTier],
];

const TROUBLES: readonly (readonly [number, Step])[] = [
  [20, nothing],
  [2, takeLineOff],
  [2, takeOneLess],
  [1, setPriceByHand],
  [1, giveDiscount],
];

/** How an errand ends. Whoever puts it on an account says first who it is. */
const ENDS: readonly (readonly [number, Step])[] = [
  [12, payCash],
  [1, payAndDonate],
  [2, payByBank],
  [2, payCardAndCash],
  [3, payQris],
  [1, payQrisAndCash],
  [1, cancelQrisAndPayCash],
  [2, payKasbon],
  [1, paySavings],
  [1, payInvoice],
  [2, putAside],
  [1, giveUp],
];

/** Somebody buys something: what, for whom, with what trouble and how it is paid, drawn from four decks. */
export function shopping({ random }: Pick<Desk, 'random'>): Step {
  const baskets = new Deck(random, BASKETS);
  const buyers = new Deck(random, BUYERS);
  const troubles = new Deck(random, TROUBLES);
  const ends = new Deck(random, ENDS);
  return async (desk) => {
    await scanPlainGoods(desk);
    await baskets.draw()(desk);
    await buyers.draw()(desk);
    await troubles.draw()(desk);
    await ends.draw()(desk);
  };
}

import type { Rupiah } from '../money.ts';
import type { ConsumerCategory } from './rules.ts';

/** What the rules of government programmes are applied to: a buyer, goods, earlier purchases, a place and time. */

/** Who buys, as far as it is known. Never a number or a name: keys are keyed hashes. */
export interface SubsidyBuyer {
  /** null for somebody who is not registered here. */
  readonly registrationId: string | null;
  readonly nikKey: string | null;
  readonly kkKey: string | null;
  readonly memberId: string | null;
  /** As what the buyer buys this time. */
  readonly category: ConsumerCategory | null;
  /** On the list of farmers (e-RDKK). */
  readonly farmer: boolean;
  /** What each programme allots to this buyer for a season, in thousandths of the programme's unit. */
  readonly allotments: readonly { readonly programme: string; readonly quantityThousandths: number }[];
  /** An institution or a trader, who would sell on. */
  readonly institutional: boolean;
  /** Who fetches the goods for the buyer, null where the buyer is here. */
  readonly proxy: { readonly registrationId: string } | null;
}

/** Somebody of whom nothing is known. */
export const NOBODY: SubsidyBuyer = {
  registrationId: null,
  nikKey: null,
  kkKey: null,
  memberId: null,
  category: null,
  farmer: false,
  allotments: [],
  institutional: false,
  proxy: null,
};

/** One line of a basket that belongs to a programme. */
export interface ProgrammeLine {
  readonly lineId: string;
  readonly programme: string;
  /** In units of the programme: two bags of 5 kg are 10000. */
  readonly quantityThousandths: number;
  /** Whole, closed packs only. */
  readonly whole: boolean;
  /** What the line costs in all, discounts taken off; null where it is not priced yet. */
  readonly chargedRp: Rupiah | null;
}

/** An earlier purchase, here or as the district knows of it. */
export interface ProgrammeUse {
  readonly programme: string;
  /** The calendar date it was judged by. */
  readonly date: string;
  /** In units of the programme, less what was brought back. */
  readonly quantityThousandths: number;
  readonly nikKey: string | null;
  readonly kkKey: string | null;
  readonly memberId: string | null;
  readonly category: ConsumerCategory | null;
  /** Bought in another store. */
  readonly elsewhere: boolean;
}

/** Where a store stands, for rules that hold only in places. */
export interface RulePlace {
  /** Digits of the Kemendagri code; empty where it was never set: only rules for everywhere hold then. */
  readonly region: string;
  readonly zone: number | null;
  readonly sellerTier: string;
}

/** Where and when goods are judged. */
export interface Here extends RulePlace {
  /** Epoch milliseconds by the till's clock. */
  readonly at: number;
  /** Minutes east of UTC at which the store lives. */
  readonly offsetMinutes: number;
  /** Date of the open business day, null where none is open. */
  readonly businessDate: string | null;
}

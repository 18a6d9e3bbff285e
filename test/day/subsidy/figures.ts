import type { TillClient } from '../../../shared/contract/index.ts';
import type { SubsidyState } from '../../../shared/upload/protocol.ts';
import { valueOf } from '../../support/till.ts';
import type { Book } from './book.ts';

/** A day's subsidised goods as one side has them; every figure under a name. */
export type SubsidyFigures = Readonly<Record<string, number>>;

const SYSTEMS = ['map', 'klik-sphp', 'i-pubers', 'simirah'] as const;

/** As whoever stood by wrote them down. */
export function figuresOfBook(book: Book): SubsidyFigures {
  return {
    subsidised: book.lines,
    warned: book.warned,
    ...named('refused', book.refused),
    ...named('sold', book.sold),
    full: book.full,
    empty: book.empty,
    damaged: book.damaged,
    loaned: book.loaned,
    agenOwed: book.agenOwed,
    ...queued((system) => book.standing(system)),
  };
}

/** As the district has added them up. */
export function figuresOfDistrict({ days, cylinders, queue }: SubsidyState): SubsidyFigures {
  const refused = new Map<string, number>();
  const sold = new Map<string, number>();
  const add = (to: Map<string, number>, name: string, more: number) =>
    to.set(name, (to.get(name) ?? 0) + more);
  for (const day of days) {
    for (const { code, count } of day.refused) add(refused, code, count);
    for (const { programme, quantityThousandths } of day.quantities)
      add(sold, programme, quantityThousandths);
  }
  const [gas] = cylinders;
  return {
    subsidised: days.reduce((sum, { lines }) => sum + lines, 0),
    warned: days.reduce((sum, { warned }) => sum + warned, 0),
    ...named('refused', refused),
    ...named('sold', sold),
    full: (gas?.fullThousandths ?? 0) / 1000,
    empty: (gas?.emptyThousandths ?? 0) / 1000,
    damaged: (gas?.damagedThousandths ?? 0) / 1000,
    loaned: (gas?.loanedThousandths ?? 0) / 1000,
    agenOwed: (gas?.agenOwedThousandths ?? 0) / 1000,
    ...queued((system) => queue.find((each) => each.system === system)),
  };
}

/** As the till shows them in the evening: cylinders, and what is still to be keyed. */
export async function figuresOfTill(owner: TillClient): Promise<SubsidyFigures> {
  const { kinds } = valueOf(await owner.cylinders.state({}));
  const { counts } = valueOf(await owner.keying.queue({}));
  const [gas] = kinds;
  return {
    full: (gas?.fullThousandths ?? 0) / 1000,
    empty: (gas?.emptyThousandths ?? 0) / 1000,
    damaged: (gas?.damagedThousandths ?? 0) / 1000,
    loaned: (gas?.loanedThousandths ?? 0) / 1000,
    agenOwed: (gas?.agenOwedThousandths ?? 0) / 1000,
    ...queued((system) => counts.find((each) => each.system === system)),
  };
}

function named(prefix: string, counts: ReadonlyMap<string, number>): SubsidyFigures {
  return Object.fromEntries([...counts].map(([name, count]) => [`${prefix} ${name}`, count]));
}

type Standing = { readonly belum: number; readonly sudah: number; readonly beda: number };

function queued(of: (system: string) => Standing | undefined): SubsidyFigures {
  return Object.fromEntries(
    SYSTEMS.flatMap((system) => {
      const { belum = 0, sudah = 0, beda = 0 } = of(system) ?? {};
      return Object.entries({ belum, sudah, beda }).map(([state, count]) => [`${system} ${state}`, count]);
    }),
  );
}

/** In words, every figure that one side has otherwise than the district. */
export function subsidyDifferences(who: string, mine: SubsidyFigures, district: SubsidyFigures): string[] {
  const names = new Set([...Object.keys(mine), ...(who === 'The till' ? [] : Object.keys(district))]);
  return [...names]
    .filter((name) => (mine[name] ?? 0) !== (district[name] ?? 0))
    .map((name) => `${who} counts ${name} ${mine[name] ?? 0}, the district ${district[name] ?? 0}.`);
}

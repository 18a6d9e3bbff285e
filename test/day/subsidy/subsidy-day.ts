import type { Engine } from '../../../electron/engine/engine.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/business-date.ts';
import { seededRandom } from '../../support/random.ts';
import { refusalOf, valueOf, type TestClock } from '../../support/till.ts';
import { Deck } from '../deck.ts';
import { waitForPaper } from '../full/printer.ts';
import { countOut } from '../shop.ts';
import { demoPerson, signIn } from '../sign-in.ts';
import { emptySubsidyTally, type SubsidyTally } from '../tally.ts';
import { Book } from './book.ts';
import { choicesOf, happened, type Desk } from './desk.ts';
import { afterDecree, dearBundle, dearByHand, dearTier } from './errands/dearer.ts';
import {
  asOneOfTwo,
  callUp,
  changesMind,
  forNobody,
  forResale,
  loanComesBack,
  oneTooMany,
  onLoan,
  refillForFamily,
  refillForStranger,
  refillsForTrade,
  withCylinder,
  withoutFamilyCard,
} from './errands/gas.ts';
import {
  fertiliser,
  fertiliserForAnybody,
  fertiliserNotAllotted,
  npkByTheWrong,
  oil,
  openedRice,
  plain,
  rice,
  sugar,
  tooMuchRice,
} from './errands/groceries.ts';
import { agenComes, findDamaged, keyElsewhere } from './errands/office.ts';
import { registerVillage } from './people.ts';
import { addOpenSack, DECREE_FROM, LPG_AFTER_RP, LPG_BEFORE_RP, lookAtShelf, OPENED } from './shelf.ts';

const FLOAT_RP = 1_500_000;
/** From eight in the morning of the day of delivery until the last who queue are served, past midnight. */
const DAY_MS = 20 * 3_600_000;
/** Some errands end in no sale. */
const ERRANDS_PER_SALE = 1.2;
const WIB_MINUTES = 420;
const WAITING = 8;

/** A day of delivery as it was lived, with what a bystander wrote down. */
export interface LivedSubsidyDay {
  readonly tally: SubsidyTally;
  readonly book: Book;
  /** Identity numbers that were typed or scanned, whole. */
  readonly numbers: readonly string[];
}

/** Lives a day on which gas, rice, oil and fertiliser of the programmes are sold, past a change of price. */
export async function subsidyDay(
  engine: Engine,
  clock: TestClock,
  { sales, seed }: { readonly sales: number; readonly seed: number },
): Promise<LivedSubsidyDay> {
  const desk = await openDesk(engine, clock, seed);
  const errands = errandDeck(desk);
  const { tally, book } = desk;
  for (let errand = 0; tally.sales < sales; errand += 1) {
    if (errand > 6 * sales + 50) throw new Error('the day sells nothing any more');
    await waitForPaper(desk);
    clock.pass(Math.floor(DAY_MS / (sales * ERRANDS_PER_SALE)));
    if (book.fullAtDecree === undefined && desk.today() >= DECREE_FROM) book.fullAtDecree = book.full;
    await errands.draw()(desk);
    if (errand % 50 === 49) process.stderr.write(`${tally.sales} of ${sales} sales\n`);
  }
  while (desk.today() < DECREE_FROM) clock.pass(3_600_000);
  book.fullAtDecree ??= book.full;
  await afterDecree(desk);
  await dearTier(desk);
  await settleClaim(desk);
  await countAndClose(desk);
  const came = desk.people.everybody.filter(({ registrationId }) => registrationId !== null);
  const numbers = new Set(came.flatMap(({ nik, kk }) => [nik, kk]).filter((number) => number !== null));
  return { tally, book, numbers: [...numbers] };
}

function errandDeck(desk: Desk): Deck<(desk: Desk) => Promise<void>> {
  return new Deck(desk.random, [
    [6, refillForFamily],
    [3, refillForStranger],
    [4, oneTooMany],
    [2, refillsForTrade],
    [2, withCylinder],
    [3, onLoan],
    [2, loanComesBack],
    [2, changesMind],
    [3, callUp],
    [1, forNobody],
    [1, withoutFamilyCard],
    [1, asOneOfTwo],
    [1, forResale],
    [3, rice],
    [2, tooMuchRice],
    [1, openedRice],
    [3, oil],
    [1, sugar],
    [2, plain],
    [3, fertiliser],
    [1, fertiliserForAnybody],
    [1, fertiliserNotAllotted],
    [2, npkByTheWrong],
    [1, dearByHand],
    [1, dearTier],
    [1, dearBundle],
    [2, afterDecree],
    [1, agenComes],
    [1, findDamaged],
    [1, keyElsewhere],
  ]);
}

async function openDesk(engine: Engine, clock: TestClock, seed: number): Promise<Desk> {
  const random = seededRandom(seed);
  const tally = emptySubsidyTally(FLOAT_RP);
  const board = await signIn(engine, 'pengurus');
  await addOpenSack(board);
  const shelf = await lookAtShelf(board);
  const today = () => calendarDate(clock.now(), WIB_MINUTES);
  const manager = await signIn(engine, 'pengelola');
  const people = await registerVillage(manager, random);
  tally.happened.dearRefused += await hangUpRules(board, shelf, people.memberId);
  const cashier = await signIn(engine, 'kasir');
  valueOf(await cashier.cash.openShift({ floatRp: FLOAT_RP, businessDate: OPENED }));
  const { kinds } = valueOf(await cashier.cylinders.state({}));
  const [gas] = kinds;
  if (gas === undefined) throw new Error('the example store has no cylinders');
  const desk: Desk = {
    cashier,
    manager,
    approver: await demoPerson(engine, 'pengelola'),
    random,
    tally,
    book: new Book(gas.fullThousandths / 1000, gas.emptyThousandths / 1000),
    shelf,
    people,
    refills: [],
    loans: [],
    choices: choicesOf(random),
    today,
  };
  await queueUp(desk);
  return desk;
}

/**
 * What the board decided and what the decree says, typed in before the shop opens; and prices that are
 * too high, on purpose.
 * @returns how many of those prices the till refused at once
 */
async function hangUpRules(board: TillClient, shelf: Desk['shelf'], memberId: string): Promise<number> {
  const everywhere = { ruleId: null, region: '3507', zone: null, sellerTier: '', active: true };
  const rules = [
    {
      ...everywhere,
      kind: 'price' as const,
      programme: 'lpg-3kg',
      validFrom: DECREE_FROM,
      validTo: null,
      decree: 'SK Bupati Contoh 12/2026',
      priceKind: 'het' as const,
      amountRp: LPG_AFTER_RP,
    },
    {
      ...everywhere,
      kind: 'quota' as const,
      programme: 'minyakita',
      validFrom: OPENED,
      validTo: null,
      decree: 'Rapat pengurus: lebih dari enam botol ditegur',
      subject: 'anyone' as const,
      category: null,
      window: 'sale' as const,
      limitThousandths: 6_000,
      effect: 'warn' as const,
    },
    {
      ...everywhere,
      kind: 'access' as const,
      programme: 'pupuk-npk',
      validFrom: OPENED,
      validTo: null,
      decree: 'Rapat pengurus: NPK hanya petani, diambil sendiri',
      identity: 'farmer' as const,
      categories: ['petani-sasaran' as const],
      proxyAllowed: false,
      resaleForbidden: true,
      mixingForbidden: false,
      system: 'i-pubers' as const,
      purpose: 'Penebusan pupuk bersubsidi',
      retentionDays: 365,
    },
  ];
  for (const rule of rules) valueOf(await board.programmes.saveRule({ rule }));
  if (memberId === '') throw new Error('no member to give a price to');
  return setDearPrices(board, shelf);
}

/** Prices as high as they may be today, which the decree will lower; and higher ones, which are refused. */
async function setDearPrices(board: TillClient, shelf: Desk['shelf']): Promise<number> {
  let refused = 0;
  const { lpg, minyakita, gula } = shelf;
  const asIs = ({
    productId,
    name,
    brand,
    category,
    unit,
    costRp,
    plu,
    barcodes,
    fractional,
    active,
  }: typeof lpg) => ({
    productId,
    name,
    brand,
    category,
    unit,
    costRp,
    plu,
    barcodes,
    fractional,
    active,
  });
  for (const [product, priceRp] of [
    [lpg, LPG_BEFORE_RP + 100],
    [minyakita, 16_000],
  ] as const) {
    const { code } = refusalOf(await board.catalog.save({ ...asIs(product), priceRp }));
    if (code !== 'product.above-ceiling-decree') throw new Error(`a price above its ceiling: ${code}`);
    refused += 1;
  }
  // HAP is a reference: more than it is warned of and sold.
  valueOf(await board.catalog.save({ ...asIs(gula), priceRp: 18_200 }));
  const terms = valueOf(await board.catalog.terms({ productId: lpg.productId }));
  const { productId, taxClass, packs } = terms;
  const tierPrice = (priceRp: number) => ({
    productId,
    taxClass,
    packs,
    ceilingRp: null,
    prices: [
      { unit: null, tier: 'anggota' as const, priceRp, fromThousandths: 0, validFrom: null, validTo: null },
    ],
  });
  const { code } = refusalOf(await board.catalog.saveTerms(tierPrice(LPG_BEFORE_RP + 500)));
  if (code !== 'product.above-ceiling-decree') throw new Error(`a member’s price above its ceiling: ${code}`);
  valueOf(await board.catalog.saveTerms(tierPrice(LPG_BEFORE_RP - 100)));
  valueOf(
    await board.catalog.savePromotion({
      promotionId: null,
      name: 'Paket dapur',
      validFrom: null,
      validTo: null,
      minutes: null,
      tiers: [],
      goods: { productIds: [lpg.productId, minyakita.productId], categories: [], units: [] },
      gift: { kind: 'bundle', priceRp: 60_000 },
      active: true,
    }),
  );
  return refused + 1;
}

/** Some come before the gas does, and are written down with their share already looked at. */
async function queueUp({ cashier, people, shelf, random }: Desk): Promise<void> {
  const early = people.families.slice(0, WAITING);
  for (const family of early) {
    const { registrationId } = random.pick(family);
    if (registrationId === null) throw new Error('somebody waits who is not registered');
    const { productId } = shelf.lpg;
    const { entries } = valueOf(
      await cashier.subsidy.addWaiting({ registrationId, productId, category: 'rumah-tangga' }),
    );
    if (entries.at(-1)?.state !== 'ok')
      throw new Error(`not free to buy: ${JSON.stringify(entries.at(-1)?.findings)}`);
  }
}

/** The decree has lowered what the gas in the store may cost: the difference is claimed, and partly paid. */
async function settleClaim(desk: Desk): Promise<void> {
  const claims = valueOf(await desk.manager.programmes.claims({}));
  const claim = claims.find(({ programme }) => programme === 'lpg-3kg');
  const expected = (desk.book.fullAtDecree ?? 0) * (LPG_BEFORE_RP - LPG_AFTER_RP);
  if (claim?.totalRp !== expected) throw new Error(`claimed ${claim?.totalRp} instead of ${expected}`);
  const { claimId, totalRp } = claim;
  const paidRp = Math.floor(totalRp / 2);
  valueOf(await desk.manager.programmes.settleClaim({ claimId, outcome: 'sent' }));
  valueOf(await desk.manager.programmes.settleClaim({ claimId, outcome: 'paid', paidRp }));
  happened(desk, 'claims');
}

/** The drawer holds what went in and out, to the last coin. */
async function countAndClose({ cashier, tally }: Desk): Promise<void> {
  const shift = valueOf(await cashier.cash.lockCount({ counts: countOut(tally.drawerRp) }));
  if (shift.count?.varianceRp !== 0) throw new Error(`the drawer is off by ${shift.count?.varianceRp}`);
  valueOf(await cashier.cash.closeShift({ reason: null }));
}

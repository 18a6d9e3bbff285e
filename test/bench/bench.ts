/**
 * `npm run --silent bench -- --json`: how fast the till is, on data as large as a shop will ever have.
 * README.md says what each figure means.
 */
import { parseArgs } from 'node:util';
import { openBenchTill } from './bench-till.ts';
import { bundleEngine } from './engine-bundle.ts';
import { figure, table, type Figure, type Measured } from './figures.ts';
import { machine, type Machine } from './machine.ts';
import { measureLookup, measureSearch } from './measure-finding.ts';
import { measureRebuild } from './measure-rebuild.ts';
import { measureReports } from './measure-reports.ts';
import { measureRules } from './measure-rules.ts';
import { measureSales } from './measure-sales.ts';
import { measureStart } from './measure-start.ts';
import { measureUi, type UiPlan } from './measure-ui.ts';
import { benchShop, copyOf, emptyDir, removeCopies, type BenchShop } from './till-data.ts';
import { Twin } from './twin.ts';

/** How large the shops are and how often each thing is measured. */
interface Plan {
  readonly young: { readonly products: number; readonly sales: number };
  readonly old: { readonly products: number; readonly sales: number };
  readonly sales: number;
  readonly lookups: number;
  readonly searches: number;
  readonly reports: number;
  readonly verdicts: number;
  readonly starts: number;
  readonly rebuilds: number;
  readonly ui: UiPlan;
}

const FULL: Plan = {
  young: { products: 20_000, sales: 2000 },
  old: { products: 100_000, sales: 200_000 },
  sales: 500,
  lookups: 5000,
  searches: 200,
  reports: 100,
  verdicts: 5000,
  starts: 7,
  rebuilds: 3,
  ui: { baskets: 6, refusals: 40, names: 40 },
};

/** A look at everything in under a minute; its shops are too small for its figures to mean much. */
const QUICK: Plan = {
  young: { products: 2000, sales: 600 },
  old: { products: 10_000, sales: 4000 },
  sales: 100,
  lookups: 500,
  searches: 20,
  reports: 20,
  verdicts: 500,
  starts: 2,
  rebuilds: 1,
  ui: { baskets: 1, refusals: 10, names: 5 },
};

interface Result {
  readonly machine: Machine;
  readonly figures: readonly Figure[];
  readonly seconds: number;
}

function tell(words: string): void {
  process.stderr.write(`bench: ${words}\n`);
}

async function measureAll(plan: Plan, what: (plan: Plan) => Promise<Measured[]>): Promise<Result> {
  const started = performance.now();
  const measured = await what(plan);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  return { machine: machine(emptyDir('disk')), figures: measured.map(figure), seconds };
}

/** The engine, with no window before it. */
async function measureShops(plan: Plan): Promise<Measured[]> {
  const young = await benchShop(plan.young, tell);
  const old = await benchShop(plan.old, tell);
  const youngDir = copyOf(young, 'young');
  const oldDir = copyOf(old, 'old');
  const running = await measureRunning(young, youngDir, old, oldDir, plan);
  tell('starts');
  const entry = await bundleEngine(emptyDir('bundle'));
  const starts = await measureStart(entry, oldDir, old.goods, plan.starts);
  tell('rules');
  const rules = measureRules(plan.verdicts);
  tell('rebuilds');
  return [...running, ...rules, ...starts, measureRebuild(oldDir, old.size.sales, plan.rebuilds)];
}

/** The window, on the shop with the largest catalogue. */
async function measureWindow(plan: Plan): Promise<Measured[]> {
  const shop = await benchShop(plan.old, tell);
  const dataDir = copyOf(shop, 'window');
  tell(`scans and searches in the window, ${shop.goods.length} products`);
  return measureUi(dataDir, shop.goods, plan.ui);
}

/** Everything that is asked of a till that runs. */
async function measureRunning(
  young: BenchShop,
  youngDir: string,
  old: BenchShop,
  oldDir: string,
  plan: Plan,
): Promise<Measured[]> {
  const youngTill = await openBenchTill(youngDir);
  const oldTill = await openBenchTill(oldDir);
  tell('sales');
  const twin = await Twin.of(oldDir, emptyDir('twin'));
  const sales = await measureSales(oldTill, twin, old.goods, plan.sales);
  tell('lookups and searches');
  const finding = [
    measureLookup(youngDir, young.goods, plan.lookups),
    measureLookup(oldDir, old.goods, plan.lookups),
    ...(await measureSearch(youngTill, young.goods, plan.searches)),
    ...(await measureSearch(oldTill, old.goods, plan.searches)),
  ];
  tell('reports');
  const reports = await measureReports(
    { till: youngTill, sales: plan.young.sales },
    { till: oldTill, sales: plan.old.sales },
    plan.reports,
  );
  await youngTill.engine.close();
  await oldTill.engine.close();
  twin.compare();
  return [...sales, ...finding, ...reports];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      ui: { type: 'boolean', default: false },
    },
  });
  try {
    const result = await measureAll(values.quick ? QUICK : FULL, values.ui ? measureWindow : measureShops);
    process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : table(result.figures));
    if (result.figures.some((each) => !each.ok)) process.exitCode = 1;
  } finally {
    removeCopies();
  }
}

await main();

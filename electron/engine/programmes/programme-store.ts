import {
  programmeRuleSchema,
  type Programme,
  type ProgrammeGoods,
  type ProgrammePlace,
  type ProgrammeRule,
} from '../../../shared/domain/programmes/rules.ts';
import { canonicalText } from '../../../shared/journal/canonical.ts';
import { all, get, run, type Db } from '../db/sql.ts';

/** Every programme in the order of names, those that are switched off too. */
export function allProgrammes(db: Db): Programme[] {
  return all<ProgrammeRow>(
    db,
    'SELECT programme, name, unit, active FROM programme ORDER BY name COLLATE NOCASE, programme',
  ).map(programmeOfRow);
}

/** A programme, or undefined where there is none of this code. */
export function readProgramme(db: Db, programme: string): Programme | undefined {
  const row = get<ProgrammeRow>(
    db,
    'SELECT programme, name, unit, active FROM programme WHERE programme = ?',
    programme,
  );
  return row === undefined ? undefined : programmeOfRow(row);
}

interface ProgrammeRow {
  programme: string;
  name: string;
  unit: string;
  active: number;
}

function programmeOfRow({ active, ...row }: ProgrammeRow): Programme {
  return { ...row, active: active === 1 };
}

/** Writes a programme over what it was. */
export function saveProgrammeRow(db: Db, { programme, name, unit, active }: Programme): void {
  run(
    db,
    `INSERT INTO programme (programme, name, unit, active) VALUES (?, ?, ?, ?)
     ON CONFLICT (programme) DO UPDATE SET name = excluded.name, unit = excluded.unit, active = excluded.active`,
    programme,
    name,
    unit,
    active ? 1 : 0,
  );
}

/** Every rule of every programme. */
export function allRules(db: Db): ProgrammeRule[] {
  return all<{ rule: string }>(db, 'SELECT rule FROM programme_rule').map(({ rule }) => parsed(rule));
}

/** A rule, or undefined where there is none of this id. */
export function readRule(db: Db, ruleId: string): ProgrammeRule | undefined {
  const row = get<{ rule: string }>(db, 'SELECT rule FROM programme_rule WHERE rule_id = ?', ruleId);
  return row === undefined ? undefined : parsed(row.rule);
}

function parsed(rule: string): ProgrammeRule {
  return programmeRuleSchema.parse(JSON.parse(rule));
}

/** Writes a rule over what it was. */
export function saveRuleRow(db: Db, rule: ProgrammeRule): void {
  run(
    db,
    `INSERT INTO programme_rule (rule_id, programme, rule) VALUES (?, ?, ?)
     ON CONFLICT (rule_id) DO UPDATE SET programme = excluded.programme, rule = excluded.rule`,
    rule.ruleId,
    rule.programme,
    // In canonical form, so that a rebuild from the stored bytes arrives at the very same row.
    canonicalText(rule),
  );
}

/** Notes that a rule has judged something on a date. */
export function noteRuleUsed(db: Db, ruleId: string, date: string): void {
  run(
    db,
    `INSERT INTO programme_rule_used (rule_id, last_date) VALUES (?, ?)
     ON CONFLICT (rule_id) DO UPDATE SET last_date = excluded.last_date WHERE excluded.last_date > last_date`,
    ruleId,
    date,
  );
}

/** The last date on which each rule judged something; rules that never did are left out. */
export function rulesUsed(db: Db): Map<string, string> {
  const rows = all<{ rule_id: string; last_date: string }>(
    db,
    'SELECT rule_id, last_date FROM programme_rule_used',
  );
  return new Map(rows.map((row) => [row.rule_id, row.last_date]));
}

interface GoodsRow {
  product_id: string;
  programme: string | null;
  measure_thousandths: number;
  cylinder_role: 'refill' | 'empty' | 'deposit' | null;
  cylinder_kind: string | null;
}

function goodsOfRow(row: GoodsRow): ProgrammeGoods {
  return {
    productId: row.product_id,
    programme: row.programme,
    measureThousandths: row.measure_thousandths,
    cylinder:
      row.cylinder_role === null || row.cylinder_kind === null
        ? null
        : { role: row.cylinder_role, kind: row.cylinder_kind },
  };
}

/** As a sale sees them: goods of a programme that is switched off belong to none. */
export function goodsInUse(db: Db): ProgrammeGoods[] {
  return all<GoodsRow>(
    db,
    `SELECT product_id, programme.programme AS programme, measure_thousandths, cylinder_role, cylinder_kind
     FROM programme_goods LEFT JOIN programme
       ON programme.programme = programme_goods.programme AND programme.active = 1`,
  )
    .filter((row) => row.programme !== null || row.cylinder_role !== null)
    .map(goodsOfRow);
}

/** Every link as it was made, also to programmes that are switched off. */
export function allGoods(db: Db): ProgrammeGoods[] {
  return all<GoodsRow>(
    db,
    `SELECT product_id, programme, measure_thousandths, cylinder_role, cylinder_kind FROM programme_goods
     ORDER BY product_id`,
  ).map(goodsOfRow);
}

/** The product that plays a part among cylinders of a kind. */
export function cylinderProduct(
  db: Db,
  kind: string,
  role: 'refill' | 'empty' | 'deposit',
): string | undefined {
  return get<{ product_id: string }>(
    db,
    'SELECT product_id FROM programme_goods WHERE cylinder_kind = ? AND cylinder_role = ?',
    kind,
    role,
  )?.product_id;
}

/** Every kind of cylinder that some product belongs to. */
export function allCylinderKinds(db: Db): string[] {
  return all<{ kind: string }>(
    db,
    `SELECT DISTINCT cylinder_kind AS kind FROM programme_goods WHERE cylinder_kind IS NOT NULL
     ORDER BY cylinder_kind`,
  ).map(({ kind }) => kind);
}

/** Writes what a product is over what it was; one that is nothing has no row. */
export function saveGoodsRow(db: Db, goods: ProgrammeGoods): void {
  const { productId, programme, measureThousandths, cylinder } = goods;
  run(db, 'DELETE FROM programme_goods WHERE product_id = ?', productId);
  if (programme === null && cylinder === null) return;
  run(
    db,
    `INSERT INTO programme_goods (product_id, programme, measure_thousandths, cylinder_role, cylinder_kind)
     VALUES (?, ?, ?, ?, ?)`,
    productId,
    programme,
    measureThousandths,
    cylinder?.role ?? null,
    cylinder?.kind ?? null,
  );
}

/** Where the store stands; nowhere in particular until somebody has said so. */
export function readPlace(db: Db): ProgrammePlace {
  const row = get<{ region: string; seller_tier: string }>(
    db,
    'SELECT region, seller_tier FROM programme_place WHERE id = 1',
  );
  return { region: row?.region ?? '', sellerTier: row?.seller_tier ?? '' };
}

/** Writes where the store stands over what it was. */
export function savePlaceRow(db: Db, { region, sellerTier }: ProgrammePlace): void {
  run(
    db,
    `INSERT INTO programme_place (id, region, seller_tier) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET region = excluded.region, seller_tier = excluded.seller_tier`,
    region,
    sellerTier,
  );
}

/** When the till began, and the hash of the last record that changed anything of programmes. */
export interface ProgrammeState {
  begun_on: string;
  hash: string;
}

/** The state of all of it; undefined before the first run. */
export function readState(db: Db): ProgrammeState | undefined {
  return get<ProgrammeState>(db, 'SELECT begun_on, hash FROM programme_state WHERE id = 1');
}

/** Notes the day the till began. */
export function beginState(db: Db, begunOn: string, hash: string): void {
  run(db, 'INSERT INTO programme_state (id, begun_on, hash) VALUES (1, ?, ?)', begunOn, hash);
}

/** Notes the last record that changed anything here. */
export function touchState(db: Db, hash: string): void {
  run(db, 'UPDATE programme_state SET hash = ? WHERE id = 1', hash);
}

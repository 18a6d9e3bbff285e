import type { Migration } from '../migrate.ts';

/**
 * What tills sold and refused under government programmes. A buyer is a keyed hash that only whoever
 * holds the district's subject key can compare a number with; that key is in no table. Stock stands
 * here because cylinders are stock: levels of records from before are added up once, below.
 */
export const subsidy: Migration = {
  number: 30,
  sql: `
    CREATE TABLE subsidy_purchase (
      till_id uuid NOT NULL REFERENCES till,
      sale_id uuid NOT NULL,
      line_id uuid NOT NULL,
      business_date date NOT NULL,
      -- By whose rules it was judged, and in whose windows it counts.
      date date NOT NULL,
      programme text NOT NULL,
      category text,
      quantity_thousandths bigint NOT NULL CHECK (quantity_thousandths > 0),
      returned_thousandths bigint NOT NULL DEFAULT 0 CHECK (returned_thousandths >= 0),
      -- The same return in the unit that was sold, so that parts of it add up without rounding.
      came_back_thousandths bigint NOT NULL DEFAULT 0,
      -- Sold with a warning.
      warned boolean NOT NULL,
      shared_nik_key bytea CHECK (octet_length(shared_nik_key) = 32),
      shared_kk_key bytea CHECK (octet_length(shared_kk_key) = 32),
      -- Where it has to stand as well, how it was marked, and what was left of it then.
      system text,
      marked text CHECK (marked IN ('belum', 'sudah', 'beda')),
      keyed_thousandths bigint,
      CHECK ((system IS NULL) = (marked IS NULL)),
      PRIMARY KEY (till_id, sale_id, line_id)
    );
    CREATE INDEX subsidy_purchase_by_nik ON subsidy_purchase (shared_nik_key, date) WHERE shared_nik_key IS NOT NULL;
    CREATE INDEX subsidy_purchase_by_kk ON subsidy_purchase (shared_kk_key, date) WHERE shared_kk_key IS NOT NULL;

    CREATE TABLE subsidy_refusal_total (
      till_id uuid NOT NULL REFERENCES till,
      business_date date NOT NULL,
      code text NOT NULL,
      count bigint NOT NULL,
      PRIMARY KEY (till_id, business_date, code)
    );

    -- Programmes, quotas, goods and the place, as each till last said.
    CREATE TABLE programme (
      till_id uuid NOT NULL REFERENCES till,
      programme text NOT NULL,
      name text NOT NULL,
      unit text NOT NULL,
      PRIMARY KEY (till_id, programme)
    );
    CREATE TABLE quota_rule (
      till_id uuid NOT NULL REFERENCES till,
      rule_id uuid NOT NULL,
      rule jsonb NOT NULL,
      PRIMARY KEY (till_id, rule_id)
    );
    CREATE TABLE cylinder_goods (
      till_id uuid NOT NULL REFERENCES till,
      product_id uuid NOT NULL,
      kind text NOT NULL,
      role text NOT NULL CHECK (role IN ('refill', 'empty', 'deposit')),
      PRIMARY KEY (till_id, product_id)
    );
    CREATE TABLE programme_place (
      till_id uuid PRIMARY KEY REFERENCES till,
      region text NOT NULL DEFAULT '',
      seller_tier text NOT NULL DEFAULT '',
      zone integer
    );
    CREATE TABLE cylinder_total (
      till_id uuid NOT NULL REFERENCES till,
      kind text NOT NULL,
      loaned_thousandths bigint NOT NULL,
      agen_owed_thousandths bigint NOT NULL,
      PRIMARY KEY (till_id, kind)
    );
    CREATE TABLE stock_level (
      till_id uuid NOT NULL REFERENCES till,
      product_id uuid NOT NULL,
      shop_thousandths bigint NOT NULL,
      damaged_thousandths bigint NOT NULL,
      PRIMARY KEY (till_id, product_id)
    );

    -- Which subject key this database's hashes were compared under: a hash of it, which tells nobody's number.
    ALTER TABLE district ADD COLUMN subject_key_check bytea CHECK (octet_length(subject_key_check) = 32);

    ${stockOfEarlierRecords()}
  `,
};

/** Adds up what records that were taken in before this step moved, and where their stores stand. */
export function stockOfEarlierRecords(): string {
  return `
    INSERT INTO stock_level (till_id, product_id, shop_thousandths, damaged_thousandths)
    SELECT till_id, product_id, sum(shop), sum(damaged) FROM (
      SELECT r.till_id, (lot ->> 'productId')::uuid AS product_id,
        (lot ->> 'quantityThousandths')::bigint AS shop, 0 AS damaged
      FROM record r, jsonb_array_elements(convert_from(r.bytes, 'UTF8')::jsonb -> 'body' -> 'lots') AS lot
      WHERE r.type = 'opening-stock/1'
      UNION ALL
      SELECT r.till_id, (line ->> 'productId')::uuid, 0 - (lot ->> 'quantityThousandths')::bigint, 0
      FROM record r, jsonb_array_elements(convert_from(r.bytes, 'UTF8')::jsonb -> 'body' -> 'lines') AS line,
        jsonb_array_elements(line -> 'lots') AS lot
      WHERE r.type IN ('sale-completed/1', 'sale-completed/2')
      UNION ALL
      SELECT r.till_id, (line ->> 'productId')::uuid,
        CASE line ->> 'condition' WHEN 'damaged' THEN 0 ELSE (lot ->> 'quantityThousandths')::bigint END,
        CASE line ->> 'condition' WHEN 'damaged' THEN (lot ->> 'quantityThousandths')::bigint ELSE 0 END
      FROM record r, jsonb_array_elements(convert_from(r.bytes, 'UTF8')::jsonb -> 'body' -> 'lines') AS line,
        jsonb_array_elements(line -> 'lots') AS lot
      WHERE r.type = 'sale-returned/1'
    ) AS moved GROUP BY till_id, product_id;

    INSERT INTO programme_place (till_id, zone)
    SELECT DISTINCT ON (till_id) till_id,
      (convert_from(bytes, 'UTF8')::jsonb -> 'body' -> 'profile' ->> 'priceZone')::integer
    FROM record WHERE type IN ('till-initialised/1', 'store-profile-changed/1')
    ORDER BY till_id, seq DESC;
  `;
}

import type { Migration } from '../migrate.ts';

/**
 * Tills, the records they sent, what is added up from them, and what was refused. Every instant is
 * epoch milliseconds in a column ending in `_at`; hashes, keys and record bytes are raw.
 */
export const firstSchema: Migration = {
  number: 10,
  sql: `
    CREATE TABLE district (
      id integer PRIMARY KEY CHECK (id = 1),
      name text NOT NULL,
      -- Ed25519, PKCS #8: whoever reads this table can acknowledge in the district's name.
      private_key bytea NOT NULL
    );

    CREATE TABLE enrolment_code (
      -- Only the hash: a copy of the database opens no door.
      code_hash bytea PRIMARY KEY CHECK (octet_length(code_hash) = 32),
      made_for text NOT NULL,
      made_at bigint NOT NULL,
      valid_until_at bigint NOT NULL,
      used_at bigint,
      used_by_key bytea CHECK (octet_length(used_by_key) = 32),
      CHECK ((used_at IS NULL) = (used_by_key IS NULL))
    );

    CREATE TABLE till (
      till_id uuid PRIMARY KEY,
      public_key bytea NOT NULL CHECK (octet_length(public_key) = 32),
      epoch integer NOT NULL DEFAULT 1,
      store_code text NOT NULL,
      till_number integer NOT NULL,
      koperasi text NOT NULL,
      gerai text NOT NULL,
      kabupaten text NOT NULL,
      example boolean NOT NULL,
      enrolled_at bigint NOT NULL,
      acked_seq bigint NOT NULL CHECK (acked_seq >= 0),
      head_hash bytea NOT NULL CHECK (octet_length(head_hash) = 32),
      -- The till's own signature over its head: it can't deny having sent it.
      head_signature bytea,
      -- What the chain's verifier must remember to judge the next record.
      verifier_state jsonb NOT NULL,
      -- The last accepted word from the till, and the last that brought records.
      seen_at bigint,
      acked_at bigint,
      -- When the newest accepted request was signed, in seconds by its signature.
      signed_s bigint NOT NULL DEFAULT 0
    );

    CREATE TABLE record (
      till_id uuid NOT NULL REFERENCES till,
      seq bigint NOT NULL CHECK (seq >= 1),
      hash bytea NOT NULL CHECK (octet_length(hash) = 32),
      type text NOT NULL,
      business_date date,
      bytes bytea NOT NULL,
      PRIMARY KEY (till_id, seq)
    );

    CREATE TABLE daily_total (
      till_id uuid NOT NULL REFERENCES till,
      business_date date NOT NULL,
      sale_count bigint NOT NULL,
      line_count bigint NOT NULL,
      gross_rp bigint NOT NULL,
      rounding_rp bigint NOT NULL,
      cash_rp bigint NOT NULL,
      voided_lines bigint NOT NULL,
      voided_rp bigint NOT NULL,
      abandoned_tickets bigint NOT NULL,
      reprints bigint NOT NULL,
      PRIMARY KEY (till_id, business_date)
    );

    CREATE TABLE z_closing (
      till_id uuid NOT NULL REFERENCES till,
      number integer NOT NULL,
      business_date date NOT NULL,
      seq bigint NOT NULL,
      hash bytea NOT NULL,
      closed_at bigint NOT NULL,
      gross_rp bigint NOT NULL,
      perpetual_gross_rp bigint NOT NULL,
      PRIMARY KEY (till_id, number)
    );

    CREATE TABLE quarantine (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      till_id uuid NOT NULL REFERENCES till,
      code text NOT NULL,
      detail text NOT NULL,
      seq bigint,
      first_at bigint NOT NULL,
      last_at bigint NOT NULL,
      times integer NOT NULL DEFAULT 1,
      -- The body as it came, compressed, and the fields that signed it.
      digest bytea NOT NULL,
      body bytea NOT NULL,
      signature_input text NOT NULL,
      signature text NOT NULL,
      UNIQUE (till_id, code, digest)
    );

    CREATE TABLE nonce (
      till_id uuid NOT NULL REFERENCES till,
      nonce text NOT NULL,
      signed_s bigint NOT NULL,
      PRIMARY KEY (till_id, nonce)
    );
    CREATE INDEX nonce_by_age ON nonce (signed_s);

    -- History is added to, never rewritten; not even by a mistake in this program.
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
    CREATE TRIGGER record_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON record
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER z_closing_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON z_closing
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `,
};

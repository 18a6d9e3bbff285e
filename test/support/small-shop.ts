import { deepEqual } from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll } from 'vitest';
import { openDatabase } from '../../electron/engine/db/open.ts';
import { nodePorts } from '../../electron/engine/node-ports.ts';
import type { Ports } from '../../electron/engine/ports.ts';
import { hashPin } from '../../electron/engine/staff/pin.ts';
import { listStaff, savePin } from '../../electron/engine/staff/staff-store.ts';
import { rebuildProof } from './rebuild-proof.ts';
import type { TillClient } from '../../shared/contract/index.ts';
import type { PaidSale, Ticket } from '../../shared/contract/till.ts';
import { countOut } from '../day/shop.ts';
import { TestTill, valueOf, type ScratchDir } from './till.ts';

/** Who works in the small shop. */
export const PEOPLE = {
  Siti: { role: 'kasir', pin: '4826' },
  Budi: { role: 'kasir', pin: '5937' },
  Joko: { role: 'pengelola', pin: '7391' },
  Ratna: { role: 'pengurus', pin: '8264' },
} as const;
export type Name = keyof typeof PEOPLE;

/** What it sells, by what a cashier scans or types. */
export const GOODS = {
  /** Rp3.500 a packet. */
  noodles: '089686010947',
  /** Rp4.750 a bottle: an amount that no coins make up. */
  tea: '8998866200301',
  /** Rp14.900 a kilo, weighed. */
  rice: '101',
  /** Rp50 each: less than the smallest coin. */
  sweet: '102',
  /** Nobody has set a price yet. */
  syrup: '103',
  /** Not sold any more. */
  oldSoap: '104',
} as const;

const CATALOGUE = `nama;barcode;plu;kategori;satuan;merek;harga;modal;stok;pecahan
Indomie Goreng 85 g;089686010947;;Mi instan;bungkus;Indomie;3500;2900;40;tidak
Teh Botol 350 ml;8998866200301;;Minuman;botol;Sosro;4750;3800;24;tidak
Beras premium;;101;Sembako;kg;;14900;13200;50;ya
Permen kopi;;102;Makanan ringan;biji;;50;;500;tidak
Sirup jeruk;;103;Minuman;botol;;;;6;tidak
Sabun lama;;104;Kebersihan;buah;;2500;2000;3;tidak
`;

const STORE = {
  koperasi: 'Koperasi Desa Merah Putih Sukamaju',
  gerai: 'Gerai Sembako Sukamaju',
  storeCode: 'SKM01',
  tillNumber: 1,
  address: 'Jl. Balai Desa 3',
  kabupaten: 'Kab. Malang',
  priceZone: 1,
  timeZone: 'Asia/Jakarta',
  pkp: false,
  receiptColumns: 32,
} as const;

/** A shop set up through the contract: store, people, goods with stock. Nobody has traded yet. */
export async function setUpShop(till: Pick<TestTill, 'nobody' | 'signInAs'>): Promise<void> {
  const owner = { name: 'Ratna', pin: PEOPLE.Ratna.pin };
  const { ownerId } = valueOf(await till.nobody.setup.create({ store: STORE, owner }));
  const ratna = await till.signInAs(ownerId, owner.pin);
  const others = Object.entries(PEOPLE).filter(([name]) => name !== owner.name);
  for (const [name, { role, pin }] of others) valueOf(await ratna.staff.add({ name, role, pin }));
  const contentBase64 = Buffer.from(CATALOGUE).toString('base64');
  const preview = valueOf(await ratna.catalog.importPreview({ fileName: 'barang.csv', contentBase64 }));
  if (preview.errorCount > 0) throw new Error(`the small shop's goods: ${JSON.stringify(preview.errors)}`);
  valueOf(await ratna.catalog.importCommit({ draftId: preview.draftId }));
  const { products } = valueOf(await ratna.catalog.list({ text: 'Sabun' }));
  for (const { onHandThousandths: _, packs: _packs, ...soap } of products) {
    valueOf(await ratna.catalog.save({ ...soap, active: false }));
  }
  valueOf(await ratna.staff.signOut({}));
}

/** The least cost of a PIN's hash that a till's database takes. */
const LEAST_LOG2_N = 14;

/**
 * Hashes the PINs again at the least cost, as an older program might have kept them: what makes
 * guessing slow would make hundreds of stories slow that are about something else.
 */
async function cheapenPins(dataDir: string): Promise<void> {
  const ports = nodePorts(dataDir);
  const db = openDatabase(dataDir);
  for (const { staffId, name } of listStaff(db)) {
    const { pin } = Object.entries(PEOPLE).find(([each]) => each === name)![1];
    const { salt, hash, log2N } = await hashPin(ports, pin, LEAST_LOG2_N);
    savePin(db, staffId, salt, hash, log2N);
  }
  db.close();
}

let template: Promise<string> | undefined;

/** The set-up shop's folder, made once for each file of tests and copied by every till. */
function shopTemplate(): Promise<string> {
  template ??= (async () => {
    const till = await TestTill.unset();
    await setUpShop(till).catch((cause: unknown) => {
      throw new Error(`the small shop can't be set up: ${inspect(till.log.errors)}`, { cause });
    });
    await till.engine.close();
    await cheapenPins(till.dir.path);
    return till.dir.path;
  })();
  return template;
}

// Each file of tests has this module to itself, and with it a template of its own.
afterAll(async () => {
  if (template !== undefined) rmSync(await template, { recursive: true, force: true });
});

/** A small village shop on a till of its own, at eight in the morning. */
export class SmallShop {
  readonly till: TestTill;
  #signedIn = new Map<Name, Promise<TillClient>>();

  private constructor(till: TestTill) {
    this.till = till;
  }

  /** @param dir where its data goes, such as a disk that can be filled */
  static async open(more: Partial<Ports> = {}, dir?: ScratchDir): Promise<SmallShop> {
    return new SmallShop(await TestTill.onCopyOf(await shopTemplate(), more, dir));
  }

  /** Somebody of the shop, signed in; once for each start of the till. */
  as(name: Name): Promise<TillClient> {
    const known = this.#signedIn.get(name);
    if (known !== undefined) return known;
    const signingIn = this.staffId(name).then((staffId) => this.till.signInAs(staffId, PEOPLE[name].pin));
    this.#signedIn.set(name, signingIn);
    return signingIn;
  }

  /** A session token of somebody of the shop, for calls that no client would make. */
  async sessionOf(name: Name): Promise<string> {
    const signIn = { staffId: await this.staffId(name), pin: PEOPLE[name].pin };
    const result = valueOf(await this.till.nobody.staff.signIn(signIn));
    if (result.status !== 'signed-in') throw new Error(`not signed in: ${result.status}`);
    return result.session;
  }

  async staffId(name: Name): Promise<string> {
    const person = valueOf(await this.till.nobody.staff.list({})).find((each) => each.name === name);
    if (person === undefined) throw new Error(`nobody is called ${name}`);
    return person.staffId;
  }

  /** Closes the till and opens it again; everybody has to sign in anew. */
  async restart(): Promise<void> {
    this.#signedIn.clear();
    await this.till.restart();
  }

  /** Everything that must be true of a till at any time, whatever happened to it before. */
  async proof(): Promise<Proof> {
    const { verified, differences } = await rebuildProof(this.till.dir.path);
    return { verified, differences, faults: this.till.log.errors.map(({ what }) => what) };
  }

  get database(): string {
    return join(this.till.dir.path, 'gerai.db');
  }

  /** Closes the till, after a look at everything that must be true of it. */
  async close(): Promise<void> {
    try {
      deepEqual(await this.proof(), SOUND);
    } finally {
      await this.till.dispose();
    }
  }

  /** Closes a till that the story has damaged, or in which it has made a fault happen. */
  async closeAsItIs(): Promise<void> {
    await this.till.dispose();
  }
}

/** The verdict on the journal, where folds differ from it, and what the log holds of faults. */
export interface Proof {
  readonly verified: boolean;
  readonly differences: readonly unknown[];
  readonly faults: readonly string[];
}

/** A till on which all is well. */
export const SOUND: Proof = { verified: true, differences: [], faults: [] };

/** Opens the till for selling. */
export async function openShift(client: TillClient, floatRp = 200_000): Promise<void> {
  valueOf(await client.cash.openShift({ floatRp }));
}

/** Rings up some goods, one of each code. */
export async function ringUp(client: TillClient, ...codes: string[]): Promise<Ticket> {
  for (const code of codes) valueOf(await client.till.scan({ code }));
  return valueOf(await client.till.ticket({}));
}

/** What paying a ticket needs; the exact amount where nothing is said. */
export function payment(ticket: Ticket, receivedRp: number = ticket.cashDueRp) {
  const { ticketId, revision, totalRp } = ticket;
  return { ticketId, revision, totalRp, tenders: [{ kind: 'cash' as const, receivedRp }] };
}

/** Sells some goods for the exact amount. */
export async function sell(client: TillClient, ...codes: string[]): Promise<PaidSale> {
  return valueOf(await client.till.pay(payment(await ringUp(client, ...codes))));
}

/** Counts the drawer and closes the shift; a difference is put down to a miscount. */
export async function closeShift(client: TillClient, countedRp: number): Promise<void> {
  const shift = valueOf(await client.cash.lockCount({ counts: countOut(countedRp) }));
  const reason = shift.count?.varianceRp === 0 ? null : 'miscount';
  valueOf(await client.cash.closeShift({ reason }));
}

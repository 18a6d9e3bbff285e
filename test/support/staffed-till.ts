import { openReadOnly } from '../../electron/engine/db/open.ts';
import { foldDifferences } from '../../electron/engine/journal/rebuild.ts';
import type { Ports } from '../../electron/engine/ports.ts';
import type { TillClient } from '../../shared/contract/index.ts';
import type { Role } from '../../shared/contract/permissions.ts';
import { scratchDir, TestTill, valueOf, type ScratchDir } from './till.ts';

const STORE = {
  koperasi: 'Koperasi Desa Merah Putih Sukamaju',
  gerai: 'Sukamaju',
  storeCode: 'G1',
  tillNumber: 1,
  address: 'Jl. Melati 3',
  kabupaten: 'Malang',
  priceZone: 1,
  timeZone: 'Asia/Jakarta',
  pkp: false,
  receiptColumns: 48,
} as const;

const PINS: Readonly<Record<Role, string>> = { pengurus: '4821', pengelola: '5937', kasir: '6148' };

/** A till with an empty catalogue and one person of each role, signed in. */
export interface StaffedTill {
  readonly till: TestTill;
  readonly cashier: TillClient;
  readonly manager: TillClient;
  readonly board: TillClient;
}

/** A closed store to copy from, so that a file of tests makes its people once. */
export class StaffedStore {
  readonly #dir: ScratchDir;
  readonly #ids: Readonly<Record<Role, string>>;

  private constructor(dir: ScratchDir, ids: Readonly<Record<Role, string>>) {
    this.#dir = dir;
    this.#ids = ids;
  }

  /** Makes the store with its people. */
  static async make(): Promise<StaffedStore> {
    const till = await TestTill.unset();
    const owner = { name: 'Sri', pin: PINS.pengurus };
    const { ownerId } = valueOf(await till.nobody.setup.create({ store: STORE, owner }));
    const board = await till.signInAs(ownerId, PINS.pengurus);
    const add = async (name: string, role: 'pengelola' | 'kasir') =>
      valueOf(await board.staff.add({ name, role, pin: PINS[role] })).staffId;
    const ids = {
      pengurus: ownerId,
      pengelola: await add('Hadi', 'pengelola'),
      kasir: await add('Wulan', 'kasir'),
    };
    const dir = scratchDir('staffed');
    const copy = await TestTill.onCopyOf(till.dir.path, {}, dir);
    await till.dispose();
    await copy.engine.close();
    return new StaffedStore(dir, ids);
  }

  /** Opens a till on a copy of the store and signs everybody in. */
  async open(ports: Partial<Ports> = {}): Promise<StaffedTill> {
    const till = await TestTill.onCopyOf(this.#dir.path, ports);
    const signIn = async (role: Role) => till.signInAs(this.#ids[role], PINS[role]);
    return {
      till,
      cashier: await signIn('kasir'),
      manager: await signIn('pengelola'),
      board: await signIn('pengurus'),
    };
  }

  /** Signs somebody in again, as after a restart. */
  async signIn(till: TestTill, role: Role): Promise<TillClient> {
    return till.signInAs(this.#ids[role], PINS[role]);
  }

  /** Removes the store. */
  remove(): void {
    this.#dir.remove();
  }
}

/**
 * Fails where a till's tables are not what its journal says, or where something was logged as an
 * error.
 */
export function requireSound(till: TestTill): void {
  const db = openReadOnly(till.dir.path);
  const differences = foldDifferences(db);
  db.close();
  const wrong = [...differences, ...till.log.errors];
  if (wrong.length > 0) throw new Error(`the till is not sound: ${JSON.stringify(wrong)}`);
}

import { valueOf } from '../../../support/till.ts';
import { happened, type Desk } from '../desk.ts';

/** Full ones that the agen brings each time. */
const DELIVERY = 25;

/** The agen comes: full ones in, as many empty ones out as there are, damaged ones too. */
export async function agenComes(desk: Desk): Promise<void> {
  const { book, manager } = desk;
  const empties = Math.min(book.empty, DELIVERY - desk.random.between(0, 3));
  valueOf(
    await manager.cylinders.receive({
      kind: 'lpg-3kg',
      agen: 'PT Agen Contoh',
      document: `SJ-${desk.random.between(1000, 9999)}`,
      fullThousandths: DELIVERY * 1000,
      emptiesThousandths: empties * 1000,
      damagedThousandths: book.damaged * 1000,
      unitCostRp: 16_000,
    }),
  );
  book.agenOwed += DELIVERY - empties - book.damaged;
  book.full += DELIVERY;
  book.empty -= empties;
  book.damaged = 0;
  happened(desk, 'agenVisits');
}

/** An empty one leaks: it is put aside for the agen. */
export async function findDamaged(desk: Desk): Promise<void> {
  if (desk.book.empty < 1) return;
  const note = 'katup bocor';
  const found = { cause: 'damaged' as const, kind: 'lpg-3kg', quantityThousandths: 1000, note };
  valueOf(await desk.manager.cylinders.adjust(found));
  desk.book.empty -= 1;
  desk.book.damaged += 1;
}

/** Somebody sits down and keys what was sold into the other systems; one of them stands there otherwise. */
export async function keyElsewhere(desk: Desk): Promise<void> {
  const { rows } = valueOf(await desk.manager.keying.queue({ status: 'belum' }));
  const [odd, ...right] = rows.slice(0, Math.ceil(rows.length / 2));
  if (odd === undefined || right.length === 0) return;
  const marks = [
    { rows: right, status: 'sudah' as const, note: '' },
    { rows: [odd], status: 'beda' as const, note: 'jumlah di sana lain' },
  ];
  for (const { rows: some, status, note } of marks) {
    const lines = some.map(({ saleId, lineId }) => ({ saleId, lineId }));
    valueOf(await desk.manager.keying.mark({ lines, status, note, reference: '' }));
    for (const { saleId, lineId } of lines) {
      const line = desk.book.queue.find((each) => each.saleId === saleId && each.lineId === lineId);
      if (line === undefined) throw new Error('the till wants a line keyed that nobody saw sold');
      line.marked = status;
      line.keyed = line.quantity;
    }
    happened(desk, status === 'sudah' ? 'keyed' : 'keyedDifferently');
  }
}

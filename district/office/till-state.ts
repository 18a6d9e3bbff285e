import { tillStateSchema, type TillState } from '../../shared/upload/protocol.ts';
import type { District } from '../district.ts';
import type { Till } from '../store/till-store.ts';
import { countRefused } from '../store/quarantine-store.ts';
import { listClosings } from '../store/record-store.ts';
import { subsidyState } from '../store/subsidy-state-store.ts';
import { listDayTotals } from '../store/totals-store.ts';

/** Everything held of one till, so that it, or the office, can compare both sides. */
export async function tillState({ db }: District, { tillId, example, state }: Till): Promise<TillState> {
  return tillStateSchema.parse({
    tillId,
    ackedSeq: state.head.seq,
    headHash: state.head.hash,
    example,
    days: await listDayTotals(db, tillId),
    closings: await listClosings(db, tillId),
    subsidy: await subsidyState(db, tillId),
    quarantined: await countRefused(db, tillId),
  });
}

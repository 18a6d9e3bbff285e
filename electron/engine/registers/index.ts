import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { registersContract } from '../../../shared/contract/registers.ts';
import type { Ctx } from '../context.ts';
import { file, view } from './handlers.ts';

export { registerTables } from './tables.ts';
export { goodsReceived } from './received-store.ts';

/** What the `registers` area of the contract does. */
export const registersHandlers: AreaHandlers<typeof registersContract, Ctx> = { view, file };

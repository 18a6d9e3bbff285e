import { openEngine, type Engine } from '../../electron/engine/engine.ts';
import type { CallEnvelope } from '../../shared/contract/wire.ts';
import { clientOf, TestLog, valueOf } from '../support/till.ts';
import { benchId } from './ids.ts';
import { CASHIER, OWNER } from './shop-life.ts';

/** A till running in this process on a copy of a shop, with its people signed in. */
export interface BenchTill {
  readonly engine: Engine;
  readonly cashier: string;
  readonly owner: string;
}

/** Opens a till as a host would, and signs cashier and owner in. */
export async function openBenchTill(dataDir: string): Promise<BenchTill> {
  const engine = await openEngine({ dataDir, demo: false, ports: { log: new TestLog() } });
  return {
    engine,
    cashier: await sessionOf(engine, CASHIER),
    owner: await sessionOf(engine, OWNER),
  };
}

async function sessionOf(engine: Engine, who: { name: string; pin: string }): Promise<string> {
  const nobody = clientOf(engine);
  const person = valueOf(await nobody.staff.list({})).find((each) => each.name === who.name);
  if (person === undefined) throw new Error(`${who.name} does not work here`);
  const result = valueOf(await nobody.staff.signIn({ staffId: person.staffId, pin: who.pin }));
  if (result.status !== 'signed-in') throw new Error(`${who.name} was not let in`);
  return result.session;
}

let calls = 0;

/** One call as it comes off the wire; commands get an id of their own. */
export function envelope(procedure: string, input: unknown, session: string): CallEnvelope {
  calls += 1;
  return {
    procedure,
    input,
    session,
    commandId: benchId(`call of ${process.pid} at ${performance.timeOrigin}`, calls),
  };
}

/** Makes a call and returns how many milliseconds its reply took; a refusal ends the benchmark. */
export async function timedCall(engine: Engine, call: CallEnvelope): Promise<number> {
  const started = performance.now();
  const reply = await engine.call(call);
  const took = performance.now() - started;
  valueOf(reply);
  return took;
}

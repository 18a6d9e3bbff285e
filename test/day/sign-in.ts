import type { Engine } from '../../electron/engine/engine.ts';
import type { TillClient } from '../../shared/contract/index.ts';
import type { Role } from '../../shared/contract/permissions.ts';
import { clientOf, valueOf } from '../support/till.ts';

/** The example store's person of a role, with the PIN that is shown there. */
export async function demoPerson(
  engine: Engine,
  role: Role,
): Promise<{ staffId: string; pin: string; name: string }> {
  const { demoPins } = valueOf(await clientOf(engine).setup.state({}));
  const person = demoPins.find((each) => each.role === role);
  if (person === undefined) throw new Error(`the example store has no ${role}`);
  return person;
}

/** Signs in the example store's person of a role, the way anyone at the counter would. */
export async function signIn(engine: Engine, role: Role): Promise<TillClient> {
  const { staffId, pin, name } = await demoPerson(engine, role);
  const result = valueOf(await clientOf(engine).staff.signIn({ staffId, pin }));
  if (result.status !== 'signed-in') throw new Error(`${name} was not let in: ${result.status}`);
  return clientOf(engine, result.session);
}

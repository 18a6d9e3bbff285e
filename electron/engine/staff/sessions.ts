import type { Db } from '../db/sql.ts';
import type { Ports } from '../ports.ts';
import { toHex } from '../../../shared/journal/chain.ts';
import type { Person } from '../context.ts';
import { staffById } from './staff-store.ts';

const perEngine = new WeakMap<Db, Map<string, string>>();

/**
 * Sessions live in memory only: a power cut or a restart signs everybody out, and no token lies on
 * the disk. The open ticket does not depend on them.
 */
function sessionsOf(db: Db): Map<string, string> {
  let sessions = perEngine.get(db);
  if (sessions === undefined) {
    sessions = new Map();
    perEngine.set(db, sessions);
  }
  return sessions;
}

/** Starts a session and returns its token. */
export function startSession(db: Db, ports: Ports, staffId: string): string {
  const token = toHex(ports.random.bytes(32));
  sessionsOf(db).set(token, staffId);
  return token;
}

/** Who holds a token. A person who was made inactive meanwhile is nobody. */
export function personOf(db: Db, token: string | undefined): Person | undefined {
  const staffId = token === undefined ? undefined : sessionsOf(db).get(token);
  const staff = staffId === undefined ? undefined : staffById(db, staffId);
  return staff?.active === true ? staff : undefined;
}

/** Ends every session of a person. */
export function endSessions(db: Db, staffId: string): void {
  for (const [token, owner] of sessionsOf(db)) {
    if (owner === staffId) sessionsOf(db).delete(token);
  }
}

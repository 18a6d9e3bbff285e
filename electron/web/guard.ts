import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** The names this server answers to. */
function ownHosts(port: number): ReadonlySet<string> {
  return new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
}

/**
 * Refuses every request that was not addressed to this server by one of its own names (a foreign
 * name pointed at 127.0.0.1 would otherwise make us part of a foreign site), and every request that
 * another site's page has made.
 */
export function onlyOwnHost(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    const hosts = ownHosts(port());
    if (!hosts.has(c.req.header('host') ?? '')) return c.text('unknown host', 403);
    const origin = c.req.header('origin');
    if (
      origin !== undefined &&
      !(origin.startsWith('http://') && hosts.has(origin.slice('http://'.length)))
    ) {
      return c.text('foreign origin', 403);
    }
    return next();
  };
}

/**
 * Refuses whoever does not hold this launch's token. A page can't set a header on a WebSocket but for
 * the protocols it names, so the token is the second of them, behind the one that is spoken.
 */
export function onlyWithToken(token: string): MiddlewareHandler {
  const expected = digest(token);
  return async (c, next) => {
    const [, given = ''] = (c.req.header('sec-websocket-protocol') ?? '').split(',');
    // Digests have one length, so the comparison tells nothing about the token by its duration.
    if (!timingSafeEqual(digest(given.trim()), expected)) {
      return c.text('token missing or wrong', 401);
    }
    return next();
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

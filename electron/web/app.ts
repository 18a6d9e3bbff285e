import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { EngineKeeper } from '../link/engine-keeper.ts';
import { parseEnvelope } from '../link/envelope.ts';
import type { PageFiles } from '../link/page-files.ts';
import { eventStream } from './event-stream.ts';
import { onlyOwnHost, onlyWithToken } from './guard.ts';

/** A spreadsheet of 100,000 products fits; a body that never ends does not. */
const MOST_BODY_BYTES = 40 * 1024 * 1024;

export interface WebHost {
  engine: Pick<EngineKeeper, 'call' | 'onEvent'>;
  page: PageFiles;
  /** This launch's token. */
  token: string;
  /** The port in use; known only once the server listens. */
  port: () => number;
}

/** Everything the web host answers. */
export function createApp({ engine, page, token, port }: WebHost): Hono {
  const app = new Hono();
  app.use(onlyOwnHost(port));

  app.use('/rpc', onlyWithToken(token));
  app.post(
    '/rpc',
    bodyLimit({ maxSize: MOST_BODY_BYTES, onError: (c) => c.text('body too large', 413) }),
    async (c) => {
      if (!isJson(c.req.header('content-type'))) return c.text('JSON only', 415);
      const body: unknown = await c.req.json().catch(() => undefined);
      const envelope = parseEnvelope(body);
      if (envelope === undefined) return c.text('not a call', 400);
      return c.body(JSON.stringify(await engine.call(envelope)), 200, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
      });
    },
  );

  app.use('/events', onlyWithToken(token));
  app.get('/events', (c) =>
    c.body(
      eventStream((listener) => engine.onEvent(listener)),
      200,
      { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' },
    ),
  );

  app.get('*', (c) => {
    const file = page(c.req.path);
    return file === undefined ? c.text('not found', 404) : c.body(file.bytes, 200, file.headers);
  });
  return app;
}

/** Only a page of this origin can send this type without asking first; a plain HTML form cannot. */
function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}

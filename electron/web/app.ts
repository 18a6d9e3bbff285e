import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import type { EngineKeeper } from '../link/engine-keeper.ts';
import type { PageFiles } from '../link/page-files.ts';
import { onlyOwnHost, onlyWithToken } from './guard.ts';
import { pageLine } from './page-line.ts';

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

  app.use('/line', onlyWithToken(token));
  app.get(
    '/line',
    upgradeWebSocket(() => pageLine(engine)),
  );

  app.get('*', (c) => {
    const file = page(c.req.path);
    return file === undefined ? c.text('not found', 404) : c.body(file.bytes, 200, file.headers);
  });
  return app;
}

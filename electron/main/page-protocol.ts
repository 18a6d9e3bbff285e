import { protocol } from 'electron';
import { readPageFiles } from '../link/page-files.ts';

/** Where the page lives. A scheme of its own: `file://` would let a page read the disk. */
export const pageOrigin = 'app://gerai';

/** Must run before Electron is ready. */
export function declarePageProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built page, and nothing else, under `app://gerai/`. */
export function servePage(dir: string): void {
  const page = readPageFiles(dir);
  protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url);
    const file = host === 'gerai' && request.method === 'GET' ? page(pathname) : undefined;
    if (file === undefined) return new Response('not found', { status: 404 });
    return new Response(file.bytes, { headers: file.headers });
  });
}

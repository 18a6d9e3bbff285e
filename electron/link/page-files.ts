import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What the page may do: run and style itself from its own files, and talk to where it came from.
 * No inline script or style, no other site, no frame in either direction.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.json': 'application/json',
};

export interface PageFile {
  bytes: Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
}

/** Finds a file of the page by the path of its address. */
export type PageFiles = (pathname: string) => PageFile | undefined;

/**
 * The built page, held in memory. Only what was there at the start is ever served, so no path,
 * however it is spelt, leads out of the directory.
 */
export function readPageFiles(dir: string): PageFiles {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const pathname = `/${path.relative(dir, file).split(path.sep).join('/')}`;
    files.set(pathname, { bytes: new Uint8Array(readFileSync(file)), headers: headersFor(pathname) });
  }
  return (pathname) => files.get(pathname === '/' ? '/index.html' : pathname);
}

function headersFor(pathname: string): Record<string, string> {
  return {
    'content-type': contentTypes[path.extname(pathname)] ?? 'application/octet-stream',
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // The names under assets/ carry a hash of their content; index.html must always be asked for.
    'cache-control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
  };
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPageFiles, type PageFiles } from './page-files.ts';

let dir: string;
let page: PageFiles;

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'gerai-page-'));
  mkdirSync(path.join(dir, 'renderer', 'assets'), { recursive: true });
  writeFileSync(path.join(dir, 'secret.txt'), 'secret');
  writeFileSync(path.join(dir, 'renderer', 'index.html'), '<title>Gerai</title>');
  writeFileSync(path.join(dir, 'renderer', 'assets', 'main-1a2b.js'), '');
  page = readPageFiles(path.join(dir, 'renderer'));
});

afterAll(() => rmSync(dir, { recursive: true }));

test('the address of the host is the page itself', () => {
  expect(page('/')).toBe(page('/index.html'));
  expect(page('/')?.headers['content-type']).toContain('text/html');
});

test('no path leads out of the page, however it is spelt', () => {
  for (const pathname of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '//secret.txt',
    '/assets/../../secret.txt',
    '',
  ]) {
    expect(page(pathname), pathname).toBeUndefined();
  }
});

test('every file forbids inline script and foreign sites', () => {
  const policy = page('/')?.headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|http|\*/);
});

test('only files with a hash in their name may be kept by the browser', () => {
  expect(page('/')?.headers['cache-control']).toBe('no-store');
  expect(page('/assets/main-1a2b.js')?.headers['cache-control']).toContain('immutable');
});

import { request, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallEnvelope, EngineEvent } from '../../shared/contract/wire.ts';
import { createApp } from './app.ts';
import { listen, type Listening } from './listen.ts';

const token = 'the-token-of-this-launch';
const calls: CallEnvelope[] = [];
const listeners = new Set<(event: EngineEvent) => void>();
let server: Listening;

beforeEach(async () => {
  calls.length = 0;
  listeners.clear();
  let port = 0;
  const app = createApp({
    token,
    port: () => port,
    page: (pathname) =>
      pathname === '/' ? { bytes: new TextEncoder().encode('<title>Gerai</title>'), headers: {} } : undefined,
    engine: {
      call: (envelope) => {
        calls.push(envelope);
        return Promise.resolve({ ok: true, value: 'done' });
      },
      onEvent: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  server = await listen(app, 0);
  ({ port } = server);
});

afterEach(() => server.close());

interface Asked {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** Plain node:http, because fetch would set Host and Origin as it pleases. */
async function ask({ method = 'POST', path = '/rpc', headers = {}, body }: Asked) {
  const response = await open({ method, path, headers, ...(body === undefined ? {} : { body }) });
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString() };
}

function open({ method, path, headers, body }: Asked): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, method, path, headers }, resolve);
    sent.on('error', reject);
    sent.end(body);
  });
}

const good = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
const call = JSON.stringify({ procedure: 'till.open', input: {} });

describe('a call from the page', () => {
  test('reaches the engine and comes back as a reply', async () => {
    const reply = await ask({ headers: good, body: call });
    expect(reply).toMatchObject({ status: 200, body: '{"ok":true,"value":"done"}' });
    expect(calls).toEqual([{ procedure: 'till.open', input: {} }]);
  });

  test('is served under either name of this machine', async () => {
    const host = `localhost:${server.port}`;
    expect((await ask({ headers: { ...good, host }, body: call })).status).toBe(200);
    expect((await ask({ headers: { ...good, host, origin: `http://${host}` }, body: call })).status).toBe(
      200,
    );
  });

  test('gets no CORS header, whoever asks', async () => {
    const reply = await ask({ method: 'OPTIONS', headers: { origin: `http://127.0.0.1:${server.port}` } });
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('a caller who should not be here', () => {
  test('a foreign host name pointed at this machine gets nothing, not even the page', async () => {
    for (const host of ['kasir.example', `kasir.example:${server.port}`, '127.0.0.1', `127.0.0.1:1`]) {
      expect((await ask({ headers: { ...good, host }, body: call })).status, host).toBe(403);
      expect((await ask({ method: 'GET', path: '/', headers: { host } })).status, host).toBe(403);
    }
  });

  test('a page of another site is refused, and so is one without an origin of its own', async () => {
    for (const origin of ['http://kasir.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1']) {
      expect((await ask({ headers: { ...good, origin }, body: call })).status, origin).toBe(403);
    }
  });

  test('without the token there is no call and no event', async () => {
    for (const authorization of ['', 'Bearer ', `Bearer ${token}x`, token]) {
      const headers = { ...good, authorization };
      expect((await ask({ headers, body: call })).status).toBe(401);
      expect((await ask({ method: 'GET', path: '/events', headers })).status).toBe(401);
    }
  });

  test('nothing of all this has reached the engine', async () => {
    await ask({ headers: { ...good, host: 'kasir.example' }, body: call });
    await ask({ headers: { ...good, origin: 'http://kasir.example' }, body: call });
    await ask({ headers: { 'content-type': 'application/json' }, body: call });
    expect(calls).toEqual([]);
  });
});

describe('a body that is no call', () => {
  test('a form that a foreign page could post is refused by its type', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      expect((await ask({ headers: { ...good, 'content-type': type }, body: call })).status).toBe(415);
    }
    const { 'content-type': _, ...untyped } = good;
    expect((await ask({ headers: untyped, body: call })).status).toBe(415);
  });

  test('broken JSON, and JSON of another shape, are refused', async () => {
    for (const body of [
      '{',
      '[]',
      '"till.open"',
      '{"input":{}}',
      '{"procedure":"a.b","input":{},"extra":1}',
    ]) {
      expect((await ask({ headers: good, body })).status, body).toBe(400);
    }
    expect(calls).toEqual([]);
  });

  test('more than 40 MB is refused, whether its length was announced or not', async () => {
    const body = Buffer.alloc(41 * 1024 * 1024, 32);
    for (const length of [{ 'content-length': String(body.length) }, { 'transfer-encoding': 'chunked' }]) {
      // Node may cut the connection before the rest is sent; either way nothing got through.
      const outcome = await ask({ headers: { ...good, ...length }, body }).then(
        (reply) => reply.status,
        () => 'cut',
      );
      expect([413, 'cut']).toContain(outcome);
    }
    expect(calls).toEqual([]);
  });
});

describe('the event stream', () => {
  test('carries events as lines of JSON and lets go of the engine when the page leaves', async () => {
    const stream = await open({ method: 'GET', path: '/events', headers: good });
    stream.setEncoding('utf8');
    const lines = stream[Symbol.asyncIterator]();
    expect(await lines.next()).toMatchObject({ value: '\n' });
    for (const listener of listeners) listener({ kind: 'scan', code: '8991234567895' });
    expect(await lines.next()).toMatchObject({ value: '{"kind":"scan","code":"8991234567895"}\n' });
    stream.destroy();
    await expect.poll(() => listeners.size).toBe(0);
  });
});

describe('the page', () => {
  test('is served without a token, since its address carries none', async () => {
    expect(await ask({ method: 'GET', path: '/' })).toMatchObject({ status: 200 });
    expect(await ask({ method: 'GET', path: '/../package.json' })).toMatchObject({ status: 404 });
  });
});

import { request, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import {
  LINE_PROTOCOL,
  type CallEnvelope,
  type EngineEvent,
  type LineMessage,
  type Reply,
} from '../../shared/contract/wire.ts';
import { createApp } from './app.ts';
import { listen, type Listening } from './listen.ts';

const token = 'the-token-of-this-launch';
const calls: CallEnvelope[] = [];
const listeners = new Set<(event: EngineEvent) => void>();
let answerOf: (envelope: CallEnvelope) => Promise<Reply<unknown>>;
let server: Listening;
const lines: WebSocket[] = [];

beforeEach(async () => {
  calls.length = 0;
  listeners.clear();
  answerOf = () => Promise.resolve({ ok: true, value: 'done' });
  let port = 0;
  const app = createApp({
    token,
    port: () => port,
    page: (pathname) =>
      pathname === '/' ? { bytes: new TextEncoder().encode('<title>Gerai</title>'), headers: {} } : undefined,
    engine: {
      call: (envelope) => {
        calls.push(envelope);
        return answerOf(envelope);
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

afterEach(async () => {
  for (const line of lines.splice(0)) line.terminate();
  await server.close();
});

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
}

/** Plain node:http, because fetch would set Host and Origin as it pleases. */
function ask({ method = 'GET', path = '/', headers = {} }: Asked): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, method, path, headers }, resolve);
    sent.on('error', reject);
    sent.end();
  });
}

interface Opened {
  readonly line: WebSocket;
  /** The next message, in the order of arrival. */
  readonly next: () => Promise<LineMessage>;
  /** The code the line was closed with. */
  readonly closed: Promise<number>;
}

/** Opens a line as a page does; rejects with the status where it is refused. */
function openLine(headers: Record<string, string> = {}, protocols = [LINE_PROTOCOL, token]): Promise<Opened> {
  const line = new WebSocket(`ws://127.0.0.1:${server.port}/line`, protocols, { headers });
  lines.push(line);
  const messages: LineMessage[] = [];
  line.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString())));
  const closed = new Promise<number>((resolve) => {
    line.on('close', resolve);
  });
  const next = async () => {
    await expect.poll(() => messages.length).toBeGreaterThan(0);
    return messages.shift()!;
  };
  return new Promise((resolve, reject) => {
    line.on('open', () => resolve({ line, next, closed }));
    line.on('unexpected-response', (_sent, response) => reject(new Error(String(response.statusCode))));
    line.on('error', reject);
  });
}

const envelope: CallEnvelope = { procedure: 'till.open', input: {} };
const call = (id: number) => JSON.stringify({ id, envelope });

describe('a call from the page', () => {
  test('reaches the engine and comes back as a reply', async () => {
    const { line, next } = await openLine();
    expect(await next()).toEqual({ kind: 'ready' });
    line.send(call(7));
    expect(await next()).toEqual({ kind: 'reply', id: 7, reply: { ok: true, value: 'done' } });
    expect(calls).toEqual([envelope]);
  });

  test('does not wait for a slower one before it', async () => {
    const slow = Promise.withResolvers<Reply<unknown>>();
    answerOf = ({ procedure }) =>
      procedure === 'reports.daily' ? slow.promise : Promise.resolve({ ok: true, value: 'done' });
    const { line, next } = await openLine();
    await next();
    line.send(JSON.stringify({ id: 1, envelope: { procedure: 'reports.daily', input: {} } }));
    line.send(call(2));
    expect(await next()).toMatchObject({ kind: 'reply', id: 2 });
    slow.resolve({ ok: true, value: 'at last' });
    expect(await next()).toMatchObject({ kind: 'reply', id: 1, reply: { value: 'at last' } });
  });

  test('is heard under either name of this machine', async () => {
    const host = `localhost:${server.port}`;
    await expect(openLine({ host })).resolves.toBeDefined();
    await expect(openLine({ host, origin: `http://${host}` })).resolves.toBeDefined();
  });

  test('nobody gets a CORS header, whoever asks', async () => {
    const origin = `http://127.0.0.1:${server.port}`;
    const { headers } = await ask({ method: 'OPTIONS', path: '/line', headers: { origin } });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('a caller who should not be here', () => {
  test('a foreign host name pointed at this machine gets nothing, not even the page', async () => {
    for (const host of ['kasir.example', `kasir.example:${server.port}`, '127.0.0.1', `127.0.0.1:1`]) {
      await expect(openLine({ host }), host).rejects.toThrow('403');
      expect((await ask({ headers: { host } })).statusCode, host).toBe(403);
    }
    expect(listeners.size).toBe(0);
  });

  test('a page of another site is refused, and so is one without an origin of its own', async () => {
    for (const origin of ['http://kasir.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1']) {
      await expect(openLine({ origin }), origin).rejects.toThrow('403');
    }
    expect(listeners.size).toBe(0);
  });

  test('without the token there is no call and no event', async () => {
    for (const protocols of [
      [LINE_PROTOCOL],
      [LINE_PROTOCOL, `${token}x`],
      [token],
      [token, LINE_PROTOCOL],
    ]) {
      await expect(openLine({}, protocols), protocols.join()).rejects.toThrow('401');
    }
    expect(listeners.size).toBe(0);
  });

  test('a plain request to the line is not answered with anything of the till', async () => {
    const headers = { 'sec-websocket-protocol': `${LINE_PROTOCOL}, ${token}` };
    expect((await ask({ path: '/line', headers })).statusCode).toBe(404);
    expect((await ask({ path: '/line', headers, method: 'POST' })).statusCode).toBe(404);
    expect((await ask({ path: '/line' })).statusCode).toBe(401);
    expect(calls).toEqual([]);
  });
});

describe('a message that is no call', () => {
  test('closes the line, and reaches nobody', async () => {
    for (const message of [
      '{',
      '[]',
      '"till.open"',
      '{"id":1}',
      '{"id":"1","envelope":{"procedure":"a.b","input":{}}}',
      '{"id":1,"envelope":{"input":{}}}',
      '{"id":1,"envelope":{"procedure":"a.b","input":{},"extra":1}}',
      Buffer.from(call(1)),
    ]) {
      const { line, closed } = await openLine();
      line.send(message);
      expect(await closed, String(message)).toBe(1007);
    }
    expect(calls).toEqual([]);
    await expect.poll(() => listeners.size).toBe(0);
  });

  test('more than 40 MB is refused; a spreadsheet of 39 is not', async () => {
    const { line, next } = await openLine();
    await next();
    const filled = (mb: number) =>
      JSON.stringify({ id: 1, envelope: { procedure: 'a.b', input: 'x'.repeat(mb * 1024 * 1024) } });
    line.send(filled(39));
    expect(await next()).toMatchObject({ kind: 'reply', id: 1 });
    const other = await openLine();
    other.line.send(filled(41));
    expect(await other.closed).toBe(1009);
    expect(calls).toHaveLength(1);
  });
});

describe('what the engine tells everybody', () => {
  test('goes to every line, and the engine is let go of when a page leaves', async () => {
    const pages = [await openLine(), await openLine()];
    for (const { next } of pages) await next();
    for (const listener of listeners) listener({ kind: 'scan', code: '8991234567895' });
    for (const { next } of pages) {
      expect(await next()).toEqual({ kind: 'event', event: { kind: 'scan', code: '8991234567895' } });
    }
    pages[0]!.line.close();
    await expect.poll(() => listeners.size).toBe(1);
  });

  test('a page that reads nothing loses its line before it fills the memory', async () => {
    const { line, closed } = await openLine();
    await expect.poll(() => listeners.size).toBe(1);
    line.pause();
    const much = 'x'.repeat(8 * 1024 * 1024);
    for (let told = 0; told < 20 && listeners.size > 0; told += 1) {
      for (const listener of listeners) listener({ kind: 'scan', code: much });
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
    }
    line.resume();
    expect(await closed).toBe(1013);
  });

  test('a till that closes cuts its lines', async () => {
    const { closed } = await openLine();
    await server.close();
    expect(await closed).toBe(1006);
    server = await listen(createApp({ token, port: () => 0, page: () => undefined, engine: nobody }), 0);
  });
});

/** An engine for a server that nobody calls. */
const nobody = { call: () => Promise.reject(new Error('nobody is here')), onEvent: () => () => undefined };

describe('the page', () => {
  test('is served without a token, since its address carries none', async () => {
    expect((await ask({})).statusCode).toBe(200);
    expect((await ask({ path: '/../package.json' })).statusCode).toBe(404);
  });
});

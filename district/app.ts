import { readFileSync } from 'node:fs';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { TimeZone } from '../shared/domain/business-date.ts';
import { UPLOAD_LIMITS, type Refusal } from '../shared/upload/protocol.ts';
import { requireAdmin } from './access/admin.ts';
import {
  requireFirstTime,
  requireRecent,
  verifySignature,
  type IncomingRequest,
} from './access/signed-request.ts';
import type { District } from './district.ts';
import { newEnrolmentCode } from './enrolment/codes.ts';
import { enrol } from './enrolment/enrol.ts';
import { WrongCodes } from './enrolment/wrong-codes.ts';
import { receiveBatch } from './ingest/receive-batch.ts';
import { overview } from './office/overview.ts';
import { officePage } from './office/page.ts';
import { tillState } from './office/till-state.ts';
import { RefusalError } from './refusal.ts';
import { countSubject, giveSubjectKey } from './subjects/answers.ts';
import { findDoubleDips } from './subjects/find-double-dips.ts';
import { listOverview } from './store/overview-store.ts';
import { findTill, type Till } from './store/till-store.ts';

/** What the web side of a district needs beside the district itself. */
export interface AppOptions {
  readonly adminToken: string;
  /** By which clock the office's page tells times. */
  readonly timeZone: TimeZone;
}

const codeWishSchema = z.strictObject({ madeFor: z.string().trim().min(1).max(120) });

/** Every door of the district: five for tills, three for the office. */
export function createApp(district: District, { adminToken, timeZone }: AppOptions): Hono {
  const app = new Hono();
  const wrongCodes = new WrongCodes(district.clock);
  const admin = (c: Context) => requireAdmin(c.req.header('authorization'), adminToken);
  const styles = readFileSync(new URL('office/page.css', import.meta.url), 'utf8');
  app.use(bodyLimit({ maxSize: UPLOAD_LIMITS.compressedBytes, onError: tooLarge }));

  app.post('/v1/enrolments', async (c) => c.json(await enrol(district, wrongCodes, await withBody(c))));
  app.post('/v1/tills/:tillId/batches', async (c) =>
    c.json(await receiveBatch(district, tillIdOf(c.req.param('tillId')), await withBody(c))),
  );
  app.get('/v1/tills/:tillId', async (c) => {
    const till = await knownTill(district, c.req.param('tillId'));
    if (c.req.header('authorization') === undefined) await requireTill(district, till, incoming(c));
    else admin(c);
    return c.json(await tillState(district, till));
  });

  app.post('/v1/tills/:tillId/subject-key', async (c) =>
    c.json(
      await giveSubjectKey(district, await knownTill(district, c.req.param('tillId')), await withBody(c)),
    ),
  );
  app.post('/v1/tills/:tillId/subject-counts', async (c) =>
    c.json(await countSubject(district, await knownTill(district, c.req.param('tillId')), await withBody(c))),
  );

  app.get('/v1/double-dips', async (c) => {
    admin(c);
    return c.json({ doubleDips: await findDoubleDips(district) });
  });
  app.post('/v1/enrolment-codes', async (c) => {
    admin(c);
    const wish = codeWishSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!wish.success) throw new RefusalError('request.malformed', 'say for whom: {"madeFor":"…"}');
    return c.json(await newEnrolmentCode(district, wish.data.madeFor));
  });
  app.get('/', async (c) => {
    admin(c);
    const now = district.clock.now();
    c.header('Content-Security-Policy', "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
    const tills = overview(await listOverview(district.db), now);
    const dips = await findDoubleDips(district);
    return c.html(officePage({ districtName: district.name, timeZone, now }, tills, dips));
  });
  app.get('/page.css', (c) => c.body(styles, 200, { 'Content-Type': 'text/css; charset=utf-8' }));

  app.notFound((c) => refuse(c, new RefusalError('request.unknown', 'there is nothing here')));
  app.onError((error, c) => {
    if (error instanceof RefusalError) return refuse(c, error);
    district.log.error('request failed', { err: error, path: c.req.path });
    return refuse(c, new RefusalError('internal', 'the district failed; nothing was stored'));
  });
  return app;
}

function incoming(c: Context): IncomingRequest {
  return {
    method: c.req.method,
    authority: (c.req.header('host') ?? '').toLowerCase(),
    path: new URL(c.req.url).pathname,
    field: (name) => c.req.header(name),
    body: undefined,
  };
}

async function withBody(c: Context): Promise<IncomingRequest & { readonly body: Uint8Array }> {
  return { ...incoming(c), body: new Uint8Array(await c.req.arrayBuffer()) };
}

/** An id from a path; whatever is no id is no till. */
function tillIdOf(text: string): string {
  if (!z.uuid().safeParse(text).success) throw new RefusalError('till.unknown', 'this is no till’s id');
  return text;
}

async function knownTill(district: District, tillId: string): Promise<Till> {
  const till = await findTill(district.db, tillIdOf(tillId));
  if (till === undefined) throw new RefusalError('till.unknown', 'this till is not enrolled here');
  return till;
}

async function requireTill(district: District, till: Till, request: IncomingRequest): Promise<void> {
  const signature = verifySignature(district, request, till.tillId, till.publicKey);
  requireRecent(district, signature);
  await requireFirstTime(district, till.tillId, signature);
}

/** Answered before the body has come in, so nothing more can be said on this connection. */
function tooLarge(c: Context): never {
  c.header('Connection', 'close');
  throw new RefusalError('batch.too-large', `larger than ${UPLOAD_LIMITS.compressedBytes} bytes`);
}

function refuse(c: Context, { refusal, status, retryAfterS }: RefusalError): Response {
  if (retryAfterS !== undefined) c.header('Retry-After', String(retryAfterS));
  // Makes a browser ask for the office's password; programs read the code.
  if (refusal.code === 'admin.required') c.header('WWW-Authenticate', 'Basic realm="Gerai", charset="UTF-8"');
  return c.json({ error: refusal satisfies Refusal }, status);
}

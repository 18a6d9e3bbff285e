import { createHash } from 'node:crypto';
import { registerPdf } from '../../electron/engine/registers/register-pdf.ts';
import { registerXlsx } from '../../electron/engine/registers/register-xlsx.ts';
import { text, type Register } from '../../shared/documents/registers/register.ts';
import { KeptLog } from './kept-log.ts';
import type { Found, Place } from './number-search.ts';
import { grouped } from './registering.ts';

/** A number where it must not be, in the form in which a search must say that it found it. */
interface Planted extends Place {
  readonly form: Found['form'];
}

/**
 * One number written in every form that a search must find: what it does not find here, it would miss
 * elsewhere.
 * @param number sixteen digits
 */
export async function planted(number: string): Promise<Planted[]> {
  const hash = createHash('sha256').update(number).digest();
  const utf16 = Buffer.from(`NIK ${number}`, 'utf16le');
  const of = (name: string, form: Found['form'], content: string | Uint8Array): Planted => ({
    name,
    form,
    bytes: Buffer.from(content),
  });
  return [
    of('plain', 'text', `{"nik":"${number}"}`),
    of('within', 'text', `00${number}99`),
    ...[' ', '.', '-', '/', ', '].map((between) =>
      of(`grouped by "${between}"`, 'text', `NIK ${grouped(number, between)}`),
    ),
    of('utf-16 le', 'utf-16', utf16),
    of('utf-16 be', 'utf-16', Buffer.from(utf16).swap16()),
    ...[0, 1, 2].map((before) =>
      of(`base64 at ${before}`, 'base64', Buffer.from(' '.repeat(before) + number).toString('base64')),
    ),
    of('hex', 'hex', Buffer.from(number).toString('hex')),
    of('hash', 'sha-256', Buffer.concat([Buffer.from('x'), hash])),
    of('hash in hex', 'sha-256', `"${hash.toString('hex')}"`),
    of('an error in a log', 'text', inLog(number)),
    of('pdf', 'text', await registerPdf(registerWith(number), 0, '')),
    of('xlsx', 'text', await registerXlsx(registerWith(number))),
  ];
}

/** What a log says of an error that names it, and of one that another error was caused by. */
function inLog(number: string): string {
  const log = new KeptLog();
  const error = new Error('not registered', { cause: new Error(`NIK ${number}`) });
  log.error('something failed', { error });
  return log.text;
}

/** A register as the till writes them, only that it gives a number away. */
function registerWith(number: string): Register {
  return {
    title: 'Register',
    store: { name: 'Gerai Contoh', lines: [] },
    facts: [],
    opening: '',
    columns: [{ head: 'Nama', wide: true }, { head: 'NIK' }],
    rows: [{ kind: 'row', cells: [text('Warga Contoh'), text(number)] }],
    sums: [],
    notes: [],
    signatures: [],
    landscape: false,
  };
}

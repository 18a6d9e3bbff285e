import { printerSettingsSchema, type PrinterSettings } from '../../../shared/contract/printing.ts';
import { get, run, type Db } from '../db/sql.ts';

interface PrinterRow extends Record<string, unknown> {
  transport: string;
  host: string | null;
  port: number | null;
  path: string | null;
  drawer: number;
}

/** How this till prints; no printer until one is set. */
export function printerSettings(db: Db): PrinterSettings {
  const row = get<PrinterRow>(
    db,
    'SELECT transport, host, port, path, drawer FROM work_printer WHERE id = 1',
  );
  if (row === undefined) return { transport: { kind: 'none' }, drawer: false };
  return printerSettingsSchema.parse({ transport: transportOf(row), drawer: row.drawer === 1 });
}

function transportOf(row: PrinterRow): object {
  if (row.transport === 'tcp') return { kind: 'tcp', host: row.host, port: row.port };
  if (row.transport === 'file') return { kind: 'file', path: row.path };
  return { kind: 'none' };
}

/** Replaces the printer's settings. */
export function savePrinterSettings(db: Db, { transport, drawer }: PrinterSettings): void {
  run(
    db,
    `INSERT OR REPLACE INTO work_printer (id, transport, host, port, path, drawer) VALUES (1, ?, ?, ?, ?, ?)`,
    transport.kind,
    transport.kind === 'tcp' ? transport.host : null,
    transport.kind === 'tcp' ? transport.port : null,
    transport.kind === 'file' ? transport.path : null,
    drawer ? 1 : 0,
  );
}

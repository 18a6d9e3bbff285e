import { describe, expect, it } from 'vitest';
import { checkPrinter, draftOf, toSettings, type PrinterDraft } from './printer-draft.ts';

const NONE: PrinterDraft = draftOf({ transport: { kind: 'none' }, drawer: false });

describe('the printer’s settings', () => {
  it('proposes the port of raw printing', () => {
    expect(toSettings({ ...NONE, kind: 'tcp', host: ' 192.168.1.50 ' })).toEqual({
      transport: { kind: 'tcp', host: '192.168.1.50', port: 9100 },
      drawer: false,
    });
  });

  it('says which field is wrong, and only for the kind that is chosen', () => {
    expect(checkPrinter({ ...NONE, kind: 'tcp', port: '0' })).toEqual({
      host: 'Isi alamat printer.',
      port: 'Port 1 sampai 65535.',
      path: undefined,
    });
    expect(checkPrinter({ ...NONE, kind: 'file' }).path).toBe('Isi letak berkas.');
    expect(Object.values(checkPrinter(NONE)).every((words) => words === undefined)).toBe(true);
  });
});

import { printerSettingsSchema, type PrinterSettings } from '../../../shared/contract/printing.ts';
import { id } from '../../../shared/i18n/id.ts';
import type { FieldErrors } from '../../ui/field-checks.ts';

const words = id.settings.printer.errors;

/** The port on which network receipt printers take raw bytes. */
const RAW_PORT = '9100';

/** The printer's settings while they are being changed; each kind keeps what was typed for it. */
export interface PrinterDraft {
  readonly kind: PrinterSettings['transport']['kind'];
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly drawer: boolean;
}

/** Settings as they stand, ready to be changed. */
export function draftOf({ transport, drawer }: PrinterSettings): PrinterDraft {
  const empty = { host: '', port: RAW_PORT, path: '', drawer };
  if (transport.kind === 'tcp') {
    return { ...empty, kind: 'tcp', host: transport.host, port: String(transport.port) };
  }
  if (transport.kind === 'file') return { ...empty, kind: 'file', path: transport.path };
  return { ...empty, kind: 'none' };
}

/** The command's input; whether it is right is for `checkPrinter` to say. */
export function toSettings(draft: PrinterDraft): PrinterSettings {
  const { kind, drawer } = draft;
  if (kind === 'tcp') {
    return { transport: { kind, host: draft.host.trim(), port: Number(draft.port) }, drawer };
  }
  if (kind === 'file') return { transport: { kind, path: draft.path.trim() }, drawer };
  return { transport: { kind }, drawer };
}

/** What is wrong with each field, by the contract's own schema. */
export function checkPrinter(draft: PrinterDraft): FieldErrors<keyof PrinterDraft> {
  const parsed = printerSettingsSchema.safeParse(toSettings(draft));
  const wrong = new Set(parsed.error?.issues.map((issue) => String(issue.path.at(-1))));
  return {
    host: wrong.has('host') ? words.host : undefined,
    port: wrong.has('port') ? words.port : undefined,
    path: wrong.has('path') ? words.path : undefined,
  };
}

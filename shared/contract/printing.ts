import { z } from 'zod';
import { command, nothing, query } from './define.ts';
import { idSchema } from './values.ts';

/** Where receipts go. A file is for trying out and for printers that are a device file. */
export const printerTransportSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('tcp'),
    host: z.string().trim().min(1).max(255),
    port: z.int().min(1).max(65535),
  }),
  z.strictObject({ kind: z.literal('file'), path: z.string().trim().min(1).max(1000) }),
]);
export type PrinterTransport = z.output<typeof printerTransportSchema>;

export const printerSettingsSchema = z.strictObject({
  transport: printerTransportSchema,
  /** Kick the cash drawer when a cash sale is paid. */
  drawer: z.boolean(),
});
export type PrinterSettings = z.output<typeof printerSettingsSchema>;

/**
 * `unsure`: the power went while the job was on its way; it is never sent again by itself, because
 * that could hand out two originals.
 */
export const printStateSchema = z.enum(['queued', 'sending', 'printed', 'failed', 'unsure']);

export const printJobSchema = z.strictObject({
  printJobId: idSchema,
  kind: z.enum(['receipt', 'copy', 'report', 'test', 'drawer']),
  title: z.string(),
  state: printStateSchema,
  /** Why it failed, as a code the screen puts into words. */
  fault: z.enum(['unreachable', 'refused', 'timeout', 'no-path', 'write', 'interrupted', 'other']).nullable(),
  createdAt: z.int(),
  finishedAt: z.int().nullable(),
});
export type PrintJob = z.output<typeof printJobSchema>;

export const printingContract = {
  settings: query({ permission: 'signed-in', input: nothing, output: printerSettingsSchema }),
  saveSettings: command({
    permission: 'device.manage',
    input: printerSettingsSchema,
    output: printerSettingsSchema,
  }),
  /** Prints a ruler and the store's head, to see that paper and columns fit. */
  testPage: command({
    permission: 'device.manage',
    input: nothing,
    output: z.strictObject({ printJobId: idSchema }),
  }),
  jobs: query({
    permission: 'signed-in',
    input: z.strictObject({ limit: z.int().min(1).max(100).default(20) }),
    output: z.array(printJobSchema),
  }),
  job: query({
    permission: 'signed-in',
    input: z.strictObject({ printJobId: idSchema }),
    output: printJobSchema,
  }),
  /** Sends a failed job again; an `unsure` receipt must be reprinted as SALINAN instead. */
  retry: command({
    permission: 'receipt.reprint',
    input: z.strictObject({ printJobId: idSchema }),
    output: printJobSchema,
  }),
};

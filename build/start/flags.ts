import { parseArgs } from 'node:util';

export interface StartFlags {
  demo: boolean;
  headless: boolean;
  /** Undefined: the host's own default. */
  dataDir?: string;
  /** 0: any free port. */
  port: number;
}

export const usage = `Usage: npm start -- [flags]
  --demo        open the example store, without questions
  --data DIR    keep the shop's data in DIR
  --port N      serve on port N (0, the default: any free one)
  --headless    no window: print {"url":…,"dataDir":…} on one line and serve until stopped`;

/** Reads the flags of `npm start`, or says in words what is wrong with them. */
export function readStartFlags(args: string[]): StartFlags | { problem: string } {
  const parsed = parse(args);
  if (typeof parsed === 'string') return { problem: parsed };
  const { demo, headless, data, port } = parsed;
  if (data === '') return { problem: '--data needs a directory' };
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    return { problem: `--port needs a number from 0 to 65535, not "${port}"` };
  }
  return { demo, headless, port: Number(port), ...(data === undefined ? {} : { dataDir: data }) };
}

function parse(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        demo: { type: 'boolean', default: false },
        headless: { type: 'boolean', default: false },
        data: { type: 'string' },
        port: { type: 'string', default: '0' },
      },
    });
    return values;
  } catch (cause) {
    // parseArgs names the flag it does not know; its advice about positional arguments is no help.
    return cause instanceof Error ? (cause.message.split('. ')[0] ?? cause.message) : String(cause);
  }
}

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { openReadOnly } from '../../electron/engine/db/open.ts';
import { nodeCrypto } from '../../electron/engine/node-ports.ts';
import { verifyTill } from '../../electron/engine/verify-till.ts';

/** What the till's own verifier and build/verify.py say of a till's data. */

const ROOT = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** What a verifier says. */
export interface Verdict {
  readonly ok: boolean;
  readonly records: number;
  readonly firstBad: { readonly seq: number; readonly reason: string } | null;
}

/** What the till itself says of its data. */
export async function engineVerdict(dataDir: string): Promise<Verdict> {
  const db = openReadOnly(dataDir);
  try {
    return await verifyTill(db, nodeCrypto, dataDir);
  } finally {
    db.close();
  }
}

/** build/verify.py over many folders in one process: for each the line it prints and its exit code. */
const BATCH = `
import importlib.util, sys
spec = importlib.util.spec_from_file_location("verify", sys.argv[1])
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)
for folder in sys.argv[2:]:
    sys.argv = ["verify.py", "--data", folder, "--json"]
    print(verify.main())
`;

/** What the other verifier says of many folders, in one process. */
export async function pythonVerdicts(
  folders: readonly string[],
): Promise<{ verdict: Verdict; code: number }[]> {
  const script = path.join(ROOT, 'build/verify.py');
  const { stdout } = await run('python3', ['-B', '-c', BATCH, script, ...folders]);
  const lines = stdout.trimEnd().split('\n');
  return folders.map((_, index) => ({
    verdict: JSON.parse(lines[index * 2] ?? '') as Verdict,
    code: Number(lines[index * 2 + 1]),
  }));
}

import { execFile } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';

const SCRIPT = path.resolve(import.meta.dirname, '../../build/verify.py');

const verdictSchema = z.object({
  ok: z.boolean(),
  records: z.int(),
  firstBad: z.object({ seq: z.int(), reason: z.string() }).nullable(),
});

/**
 * Has build/verify.py judge a till's data: another program, in another language.
 * @returns null where this machine has no Python
 */
export async function secondVerdict(dataDir: string): Promise<z.output<typeof verdictSchema> | null> {
  const output = await new Promise<string | null>((resolve, reject) => {
    const args = ['-B', SCRIPT, '--data', dataDir, '--json'];
    execFile('python3', args, { maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      if (error === null || stdout !== '') resolve(stdout);
      else if (error.code === 'ENOENT') resolve(null);
      else reject(new Error(`build/verify.py: ${stderr}`, { cause: error }));
    });
  });
  return output === null ? null : verdictSchema.parse(JSON.parse(output));
}

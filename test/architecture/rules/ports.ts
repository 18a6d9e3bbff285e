import type { Rule, SourceFile } from '../source-tree.ts';

/** What differs from run to run. Whoever wants it asks a port, so that a test can replay a day. */
const worldly: readonly [pattern: RegExp, port: string][] = [
  [/\bDate\.now\(/, 'the clock'],
  [/\bnew Date\(\s*\)/, 'the clock'],
  [/\bperformance\.now\(/, 'the clock'],
  [/\bprocess\.hrtime\b/, 'the clock'],
  [/\bMath\.random\(/, 'randomness'],
  [/\bgetRandomValues\(/, 'randomness'],
  [/\brandom(?:Bytes|Int|FillSync)\(/, 'randomness'],
  [/\brandomUUID\(/, 'ids'],
  // Version 5 is made from a name and is the same every time.
  [/\bimport \{[^}]*\bv[1467]\b[^}]*\} from 'uuid'/, 'ids'],
];

/** Clock, ids and randomness are ports: only their implementations may touch the real ones. */
export const ports: Rule = {
  name: 'ports',
  check: (files) =>
    files
      .filter((file) => !file.isTest && file.isCode && isHeldToPorts(file))
      .flatMap((file) =>
        worldly
          .filter(([pattern]) => pattern.test(withoutComments(file.text)))
          .map(([pattern, port]) => ({
            file: file.path,
            words: `asks the world for ${port}: ${pattern.source}`,
          })),
      ),
};

function isHeldToPorts({ path, room }: SourceFile): boolean {
  return (room === 'shared' || room === 'electron/engine') && !path.startsWith('electron/engine/node-ports');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

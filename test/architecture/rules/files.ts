import { rooms, type Rule, type SourceFile, type Violation } from '../source-tree.ts';

const LONGEST_FILE = 400;

/** A file that no longer fits in the head is two files. */
export const fileLength: Rule = {
  name: 'file-length',
  check: (files) =>
    files
      .filter((file) => file.isCode && !file.isTest)
      .map((file) => ({ file: file.path, lines: file.text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > LONGEST_FILE)
      .map(({ file, lines }) => ({ file, words: `has ${lines} lines, and may have ${LONGEST_FILE}` })),
};

/** Every room opens with a README: what lives here, what it may touch, what it must never do. */
export const roomReadme: Rule = {
  name: 'room-readme',
  check: (files) => {
    const present = new Set(files.map((file) => file.path));
    const bare = rooms.filter((room) => !present.has(`${room}/README.md`));
    return bare
      .flatMap((room) => files.find((file) => file.room === room) ?? [])
      .map((file) => ({ file: file.path, words: `stands in a room without a README.md: ${file.room}` }));
  },
};

/** Work left undone belongs into an issue, where somebody sees it. */
export const unfinished = linesMatching('unfinished', /\b(?:TO[D]O|FIX[M]E|XX[X])\b/, 'leaves work undone');

/** Nothing in the repository may depend on, or tell of, the machine it was written on. */
export const machinePath = linesMatching(
  'machine-path',
  /(?<![\w./~<-])\/(?:work|tmp|root|home\/\w+|Users\/\w+)\/\w|\b[A-Z]:\\Users\\/,
  'names a path of some machine',
);

function linesMatching(name: string, pattern: RegExp, words: string): Rule {
  return {
    name,
    check: (files) => files.flatMap((file) => linesIn(file, pattern, words)),
  };
}

function linesIn(file: SourceFile, pattern: RegExp, words: string): Violation[] {
  return file.text
    .split('\n')
    .flatMap((line, index) =>
      pattern.test(line) ? [{ file: file.path, words: `line ${index + 1} ${words}: ${line.trim()}` }] : [],
    );
}

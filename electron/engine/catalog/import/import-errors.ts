import type { AboveReference, ImportError } from '../../../../shared/contract/catalog.ts';

/** More would help nobody: whoever has two hundred errors fixes a column, not rows. */
const MAX_SHOWN = 200;

/** A cell's text in an error is only there to be recognised. */
const MAX_VALUE = 60;

/** An error as the contract of an import answers it. */
interface ShownError<Code extends string> {
  readonly line: number;
  readonly column: string;
  readonly code: Code;
  readonly value: string;
  readonly otherLine: number | null;
  /** The price that a decree allows, where that is what is wrong. */
  readonly limit?: AboveReference;
}

/** Why one row can't be taken. */
export type RowProblem<Code extends string = ImportError['code']> = Omit<ShownError<Code>, 'otherLine'> & {
  readonly otherLine?: number;
};

/** The errors of an import: all are counted, the first are kept. */
export class ImportErrors<Code extends string = ImportError['code']> {
  readonly #shown: ShownError<Code>[] = [];
  #count = 0;

  add(problem: RowProblem<Code>): void {
    this.#count += 1;
    if (this.#shown.length === MAX_SHOWN) return;
    const value = problem.value.slice(0, MAX_VALUE);
    this.#shown.push({ ...problem, value, otherLine: problem.otherLine ?? null });
  }

  /** How many there are, shown or not. */
  get count(): number {
    return this.#count;
  }

  /** The first of them in the order of lines. */
  get shown(): readonly ShownError<Code>[] {
    return this.#shown.toSorted((a, b) => a.line - b.line);
  }
}

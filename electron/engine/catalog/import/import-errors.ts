import type { ImportError } from '../../../../shared/contract/catalog.ts';

/** More would help nobody: whoever has two hundred errors fixes a column, not rows. */
const MAX_SHOWN = 200;

/** A cell's text in an error is only there to be recognised. */
const MAX_VALUE = 60;

/** Why one row can't be taken. */
export type RowProblem = Omit<ImportError, 'otherLine'> & { readonly otherLine?: number };

/** The errors of an import: all are counted, the first are kept. */
export class ImportErrors {
  readonly #shown: ImportError[] = [];
  #count = 0;

  add(problem: RowProblem): void {
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
  get shown(): readonly ImportError[] {
    return this.#shown.toSorted((a, b) => a.line - b.line);
  }
}

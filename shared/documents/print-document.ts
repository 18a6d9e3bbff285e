/** The paper a till prints on: 32 letters on 58 mm, 48 letters on 80 mm. */
export type Columns = 32 | 48;

/** A wording, or one for narrow and one for wide paper where the two differ. */
export type Words = string | { readonly narrow: string; readonly wide: string };

/** One sold line of a receipt; every figure is already text. */
export interface ItemBlock {
  readonly kind: 'item';
  readonly name: string;
  readonly quantity: string;
  /** Short form of the unit, `bks`. */
  readonly unit: string;
  readonly unitPrice: string;
  readonly amount: string;
  /** One letter at the line's end that the receipt's foot explains, or empty. */
  readonly mark: string;
}

/**
 * What paper is made of, without saying how wide it is. Text may be any Unicode; laying out makes
 * it ASCII.
 */
export type Block =
  | { readonly kind: 'centred'; readonly text: Words; readonly strong?: true }
  /** Running text, wrapped by words; further lines stand `indent` letters in. */
  | { readonly kind: 'text'; readonly text: Words; readonly strong?: true; readonly indent?: number }
  /** Left and right edge of one line. */
  | { readonly kind: 'row'; readonly left: Words; readonly right: Words; readonly strong?: true }
  /**
   * A label and an amount that stands in the money column of the items above it; `indent` letters in
   * where it belongs to the item above.
   */
  | {
      readonly kind: 'ledger';
      readonly label: Words;
      readonly amount: string;
      readonly strong?: true;
      readonly indent?: number;
    }
  /** A name, how many, and how much: a line of a summary. */
  | { readonly kind: 'tally'; readonly name: string; readonly count: string; readonly amount: string }
  /** Heads of the item table; only wide paper has one. */
  | { readonly kind: 'item-heads'; readonly heads: ItemHeads }
  | ItemBlock
  /** Long digits that people compare, in groups: an even number of groups on each line. */
  | { readonly kind: 'code'; readonly groups: readonly string[] }
  | { readonly kind: 'rule' }
  | { readonly kind: 'double-rule' }
  | { readonly kind: 'blank' }
  /** Room for a hand-written name above a dotted line. */
  | { readonly kind: 'signature'; readonly label: string }
  /** Digits 1234567890… across the whole width, to see that paper and setting agree. */
  | { readonly kind: 'ruler' }
  /** A QR code; it has no line of text. A large one fills the paper: it is read off the counter. */
  | { readonly kind: 'qr'; readonly data: string; readonly size?: 'large' }
  /**
   * A number as Code 128 with the same number in letters below. Where the bars are too wide for the
   * paper only the letters are printed: bars that are cut off can't be read.
   */
  | { readonly kind: 'barcode'; readonly data: string }
  | { readonly kind: 'cut' };

export interface ItemHeads {
  readonly name: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly amount: string;
}

/** A document for the receipt printer, from its first line to its last. */
export type PrintDocument = readonly Block[];

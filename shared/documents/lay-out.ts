import { asciiText } from './ascii.ts';
import { code128Modules } from './code128.ts';
import { layOutItem, layOutItemHeads, MARK_WIDTH } from './lay-out-items.ts';
import { leftRight } from './left-right.ts';
import type { Block, Columns, PrintDocument, Words } from './print-document.ts';
import { qrModules } from './qr-modules.ts';
import { centre, wrapWords } from './words.ts';

/** What a printer is told, one after another. `text` is ASCII and never longer than the paper. */
export type PrintStep =
  | { readonly kind: 'line'; readonly text: string; readonly strong: boolean }
  /** A QR code, and how many dots wide one of its modules is; the printer's usual size where left out. */
  | { readonly kind: 'qr'; readonly data: string; readonly moduleDots?: number | undefined }
  /** Bars of a Code 128, the narrowest of them `moduleDots` wide. */
  | { readonly kind: 'barcode'; readonly data: string; readonly moduleDots: number }
  | { readonly kind: 'cut' };

/** Width of the amount column of a `tally`, the count ends before it. */
const TALLY_AMOUNT_WIDTH = 12;
const SIGNATURE_DOTS = 28;

/** Printable dots across the paper at 203 dpi: 48 mm of a 58 mm roll, 72 mm of an 80 mm one. */
const PAPER_DOTS = { 32: 384, 48: 576 } as const;
/** Bars narrower than 0.25 mm or wider than 0.375 mm are read badly, or waste paper. */
const BAR_DOTS = { least: 2, most: 3 } as const;
/** The largest module that ESC/POS printers know for a QR code. */
const LARGEST_QR_MODULE_DOTS = 8;

/** Lays a document out for paper of a width: what the printer is told, in order. */
export function layOut(document: PrintDocument, columns: Columns): PrintStep[] {
  return document.flatMap((block) => stepsOf(block, columns));
}

/**
 * The text of a document as it stands on paper, line by line: each line is ASCII, at most `columns`
 * letters long and without trailing spaces. Preview and printer both come from here.
 */
export function documentLines(document: PrintDocument, columns: Columns): string[] {
  return layOut(document, columns).flatMap((step) => (step.kind === 'line' ? [step.text] : []));
}

function stepsOf(block: Block, columns: Columns): PrintStep[] {
  if (block.kind === 'cut') return [{ kind: 'cut' }];
  if (block.kind === 'qr') return [qrStep(asciiText(block.data), block.size === 'large', columns)];
  if (block.kind === 'barcode') return barcodeSteps(asciiText(block.data), columns);
  const strong = 'strong' in block && block.strong;
  return linesOf(block, columns).map((text) => ({ kind: 'line', text: text.trimEnd(), strong }));
}

/** The paper's own edges are the quiet zone, so a large code may fill all that can be printed on. */
function qrStep(data: string, large: boolean, columns: Columns): PrintStep {
  if (!large) return { kind: 'qr', data };
  const widest = Math.floor(PAPER_DOTS[columns] / qrModules(data.length));
  return { kind: 'qr', data, moduleDots: Math.max(1, Math.min(widest, LARGEST_QR_MODULE_DOTS)) };
}

function barcodeSteps(data: string, columns: Columns): PrintStep[] {
  const text: PrintStep[] = wrapWords(data, columns).map((line) => ({
    kind: 'line',
    text: centre(line, columns).trimEnd(),
    strong: false,
  }));
  const widest = Math.floor(PAPER_DOTS[columns] / code128Modules(data));
  if (widest < BAR_DOTS.least) return text;
  return [{ kind: 'barcode', data, moduleDots: Math.min(widest, BAR_DOTS.most) }, ...text];
}

function linesOf(block: Exclude<Block, { kind: 'cut' | 'qr' | 'barcode' }>, columns: Columns): string[] {
  switch (block.kind) {
    case 'centred':
      return wrapWords(wording(block.text, columns), columns).map((line) => centre(line, columns));
    case 'text':
      return indented(wording(block.text, columns), columns, block.indent ?? 0);
    case 'row':
      return leftRight(wording(block.left, columns), wording(block.right, columns), columns);
    case 'ledger':
      return ledgerRow(wording(block.label, columns), asciiText(block.amount), columns, block.indent ?? 0);
    case 'tally':
      return tally(asciiText(block.name), asciiText(block.count), asciiText(block.amount), columns);
    case 'item-heads':
      return columns === 32 ? [] : [layOutItemHeads(block.heads), '-'.repeat(columns)];
    case 'item':
      return layOutItem(block, columns);
    case 'code':
      return code(block.groups, columns);
    case 'rule':
      return ['-'.repeat(columns)];
    case 'double-rule':
      return ['='.repeat(columns)];
    case 'blank':
      return [''];
    case 'signature':
      return [...wrapWords(asciiText(block.label), columns), '', '', '.'.repeat(SIGNATURE_DOTS)];
    case 'ruler':
      return [Array.from({ length: columns }, (_, index) => (index + 1) % 10).join('')];
  }
}

function wording(words: Words, columns: Columns): string {
  if (typeof words === 'string') return asciiText(words);
  return asciiText(columns === 32 ? words.narrow : words.wide);
}

function indented(text: string, columns: Columns, indent: number): string[] {
  return wrapWords(text, columns - indent).map((line) => ' '.repeat(indent) + line);
}

function ledgerRow(label: string, amount: string, columns: Columns, indent: number): string[] {
  return leftRight(label, amount, columns - MARK_WIDTH - indent).map((line) => ' '.repeat(indent) + line);
}

function tally(name: string, count: string, amount: string, columns: Columns): string[] {
  const left = columns - TALLY_AMOUNT_WIDTH;
  const figure = ` ${amount}`.padStart(TALLY_AMOUNT_WIDTH);
  if (figure.length > TALLY_AMOUNT_WIDTH) return [...leftRight(name, count, left), amount.padStart(columns)];
  const lines = leftRight(name, count, left);
  return lines.map((line, index) => (index === lines.length - 1 ? line.padEnd(left) + figure : line));
}

/** Two, four or eight groups a line, so that an eye that compares two papers keeps its place. */
function code(groups: readonly string[], columns: Columns): string[] {
  const ascii = groups.map(asciiText);
  const widest = Math.max(...ascii.map((group) => group.length));
  const fitting = Math.max(1, Math.floor((columns + 1) / (widest + 1)));
  const perLine = 2 ** Math.floor(Math.log2(fitting));
  const lines: string[] = [];
  for (let start = 0; start < ascii.length; start += perLine) {
    lines.push(...wrapWords(ascii.slice(start, start + perLine).join(' '), columns));
  }
  return lines;
}

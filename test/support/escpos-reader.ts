/** What a receipt printer made of one job's bytes. */
export interface PrintedPaper {
  /** Lines of text as they stand on paper; a fed blank line is an empty one. */
  readonly lines: string[];
  /** Which of those lines were emphasised, by index. */
  readonly strong: Set<number>;
  readonly qrCodes: string[];
  /** Codes in bars, as a scanner reads them. */
  readonly barcodes: string[];
  readonly cuts: number;
  /** Drawer pulses, each with its five bytes. */
  readonly pulses: number[][];
  /** Lines fed before a cut: blank paper, no text. */
  readonly fed: number;
}

/** Bytes that no receipt printer would take as the till meant them. */
class EscposError extends Error {
  override readonly name = 'EscposError';
}

const ESC = 0x1b;
const GS = 0x1d;
const LF = 0x0a;

/**
 * Reads ESC/POS as a printer would, but strictly: an unknown command, a letter that is not ASCII or a
 * command cut short is an error, where a real printer would print rubbish.
 */
export function readEscpos(bytes: Uint8Array): PrintedPaper {
  return new Reader(bytes).read();
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #line = '';
  #emphasis = false;
  readonly #lines: string[] = [];
  readonly #strong = new Set<number>();
  readonly #qrCodes: string[] = [];
  readonly #barcodes: string[] = [];
  readonly #pulses: number[][] = [];
  #stored = '';
  #cuts = 0;
  #fed = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(): PrintedPaper {
    while (this.#at < this.#bytes.length) {
      const byte = this.#next();
      if (byte === ESC) this.#escape();
      else if (byte === GS) this.#group();
      else if (byte === LF) this.#endLine();
      else if (byte >= 0x20 && byte <= 0x7e) this.#letter(byte);
      else throw new EscposError(`byte ${byte} at ${this.#at - 1} is neither text nor a command`);
    }
    if (this.#line !== '') throw new EscposError('the last line was never fed');
    return {
      lines: this.#lines,
      strong: this.#strong,
      qrCodes: this.#qrCodes,
      barcodes: this.#barcodes,
      cuts: this.#cuts,
      pulses: this.#pulses,
      fed: this.#fed,
    };
  }

  #next(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new EscposError('a command is cut short');
    this.#at += 1;
    return byte;
  }

  #letter(byte: number): void {
    if (this.#emphasis) this.#strong.add(this.#lines.length);
    this.#line += String.fromCharCode(byte);
  }

  #endLine(): void {
    this.#lines.push(this.#line);
    this.#line = '';
  }

  #escape(): void {
    const command = String.fromCharCode(this.#next());
    if (command === '@') this.#emphasis = false;
    else if (command === 'E') this.#emphasis = this.#next() === 1;
    else if (command === 'R' || command === 'a') this.#next();
    else if (command === 'd') this.#fed += this.#next();
    else if (command === 'p') this.#pulses.push([ESC, 0x70, this.#next(), this.#next(), this.#next()]);
    else throw new EscposError(`ESC ${command}`);
  }

  #group(): void {
    const command = String.fromCharCode(this.#next());
    if (command === 'V') {
      this.#next();
      this.#cuts += 1;
    } else if (command === 'w' || command === 'h' || command === 'H') {
      this.#next();
    } else if (command === 'k') {
      this.#bars();
    } else if (command === '(' && String.fromCharCode(this.#next()) === 'k') this.#symbol();
    else throw new EscposError(`GS ${command}`);
  }

  /** GS k 73: a Code 128 that begins in set B and may change to set C, two digits a byte. */
  #bars(): void {
    if (this.#next() !== 73) throw new EscposError('bars that are no Code 128');
    const length = this.#next();
    const data = Array.from({ length }, () => this.#next());
    let set = '';
    let text = '';
    for (let index = 0; index < data.length; index += 1) {
      const byte = data[index] ?? 0;
      if (byte === 0x7b) {
        index += 1;
        const next = String.fromCharCode(data[index] ?? 0);
        if (next === '{') text += '{';
        else if (next === 'B' || next === 'C') set = next;
        else throw new EscposError(`Code 128 {${next}`);
      } else if (set === 'C' && byte < 100) text += String(byte).padStart(2, '0');
      else if (set === 'B' && byte >= 0x20 && byte <= 0x7e) text += String.fromCharCode(byte);
      else throw new EscposError(`byte ${byte} in set ${set} of Code 128`);
    }
    this.#barcodes.push(text);
  }

  /** GS ( k: store the data of a QR code (fn 80), print it (fn 81); model, size and level are let pass. */
  #symbol(): void {
    const length = this.#next() + 256 * this.#next();
    const data = Array.from({ length }, () => this.#next());
    const text = String.fromCharCode(...data.slice(3));
    if (data[1] === 80) this.#stored = text;
    if (data[1] !== 81) return;
    this.#qrCodes.push(this.#stored);
    // Our feed after a symbol is no line of text.
    if (this.#next() !== LF) throw new EscposError('no feed after the QR code');
  }
}

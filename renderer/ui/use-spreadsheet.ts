import { useState } from 'react';
import { id } from '../../shared/i18n/id.ts';
import { readBase64 } from '../data/read-base64.ts';
import { hush, say } from './messages.ts';

const words = id.importing;

/** A file as the contract carries it. */
interface SpreadsheetContent {
  readonly fileName: string;
  readonly contentBase64: string;
}

interface SpreadsheetWishes<Asked> {
  /** In megabytes. Base64 is a third longer than the file, and the contract takes so many characters. */
  readonly largestMb: number;
  /** What is said behind why a file was not taken. */
  readonly nothingKept: string;
  /** Has the engine look at it, and says what it refuses. */
  readonly look: (content: SpreadsheetContent, asked: Asked) => Promise<void>;
}

/** Reading a CSV or XLSX that was chosen or dropped. */
export interface Spreadsheet<Asked> {
  /** The name of the file that is being read, null for none. */
  readonly reading: string | null;
  readonly read: (file: File, asked: Asked) => Promise<void>;
}

/** Reads a spreadsheet and hands it to the engine; a file of another kind, or too big, is refused here. */
export function useSpreadsheet<Asked = void>(wishes: SpreadsheetWishes<Asked>): Spreadsheet<Asked> {
  const { largestMb, nothingKept, look } = wishes;
  const [reading, setReading] = useState<string | null>(null);
  const refuse = (title: string) => say({ tone: 'refused', title, text: nothingKept });
  const read = async (file: File, asked: Asked) => {
    if (!/\.(csv|xlsx)$/i.test(file.name)) return refuse(words.wrongKind);
    if (file.size > largestMb * 1_000_000) return refuse(words.tooBig(largestMb));
    hush();
    setReading(file.name);
    try {
      return await look({ fileName: file.name, contentBase64: await readBase64(file) }, asked);
    } catch (error) {
      // The file went away between choosing and reading: a stick pulled out, for instance.
      if (!(error instanceof DOMException)) throw error;
      return refuse(words.gone(file.name));
    } finally {
      setReading(null);
    }
  };
  return { reading, read };
}

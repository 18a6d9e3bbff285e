import { createRequire } from 'node:module';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { INK } from './style.ts';

// pdfmake looks for its fonts as files: it stays outside every bundle and is asked where it lies.
const { resolve } = createRequire(import.meta.url);
const font = (name: string): string => resolve(`pdfmake/fonts/Roboto/${name}.ttf`);

/**
 * An A4 page of a definition, in the till's own letters. The same definition gives the same page.
 * @returns the PDF's bytes
 */
export async function a4Pdf(definition: Omit<TDocumentDefinitions, 'pageSize'>): Promise<Uint8Array> {
  // Loaded on first use: a till that never prints a PDF never holds the library in memory.
  const { default: pdfMake } = await import('pdfmake');
  const fonts = { Roboto: { normal: font('Roboto-Regular'), bold: font('Roboto-Medium') } };
  const files = new Set<string>(Object.values(fonts.Roboto));
  pdfMake.setFonts(fonts);
  // Papers hold names that people typed: none of them may make the engine open a file or an address.
  pdfMake.setLocalAccessPolicy((path) => files.has(path));
  pdfMake.setUrlAccessPolicy(() => false);
  const defaultStyle = { font: 'Roboto', fontSize: 8.1, color: INK, ...definition.defaultStyle };
  return pdfMake.createPdf({ ...definition, pageSize: 'A4', defaultStyle }).getBuffer();
}

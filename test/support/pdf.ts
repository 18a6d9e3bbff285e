import { execFileSync } from 'node:child_process';

/** What a reader of a PDF sees, by poppler's `pdftotext`, with single spaces: one string for each page. */
export function pagesOfPdf(pdf: Uint8Array): string[] {
  const options = { input: pdf, encoding: 'utf8', stdio: 'pipe' } as const;
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], options);
  return text
    .split('\f')
    .filter((page) => page.trim() !== '')
    .map((page) => page.replaceAll(/ +/g, ' '));
}

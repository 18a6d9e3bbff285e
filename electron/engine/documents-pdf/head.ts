import type { Content } from 'pdfmake/interfaces.js';
import { FULL, line, MERAH, MM, SOFT } from './style.ts';

const MARK = `<svg viewBox="0 0 26 26"><path fill="${MERAH}" d="M1.5 10.5 13 2l11.5 8.5V24.5h-23z"/><path fill="none" stroke="#fff" stroke-width="2" stroke-linecap="square" d="M8 20v-5.500h10V20"/></svg>`;

/** What stands at the top of the first sheet. */
export interface PageHead {
  /** What the paper is, or whose. */
  readonly title: string;
  /** Smaller, below it. */
  readonly under: Content;
  /** At the right edge: a date or a number, and more below it. */
  readonly right: string;
  readonly rightUnder: Content;
}

/**
 * The head of an A4 paper: the mark, two texts at the left, two at the right, a heavy line below.
 * @param width of the line, in points: the printed part of an upright page where nothing is said
 */
export function pageHead({ title, under, right, rightUnder }: PageHead, width = FULL): Content {
  return {
    stack: [
      {
        columns: [
          { svg: MARK, width: 12 * MM },
          {
            stack: [
              { text: title, bold: true, fontSize: 15 },
              { stack: [under], color: SOFT, fontSize: 8.6 },
            ],
            width: '*',
            margin: [0, 3, 0, 0],
          },
          {
            stack: [
              { text: right, bold: true, fontSize: 13 },
              { stack: [rightUnder], color: SOFT, fontSize: 8.6 },
            ],
            alignment: 'right',
            width: 'auto',
            margin: [0, 5, 0, 0],
          },
        ],
        columnGap: 4 * MM,
      },
      { ...line(width, 0.8 * MM), margin: [0, 3 * MM, 0, 0] },
    ],
  };
}

import type { Content } from 'pdfmake/interfaces.js';
import type { DailyReport } from '../../../shared/contract/reports.ts';
import { hashGroups, isAcknowledged, sealCode } from '../../../shared/documents/seal.ts';
import { formatAmount, formatDateTime, formatRupiah } from '../../../shared/i18n/format.ts';
import { documents } from '../../../shared/i18n/id/documents.ts';
import { reports as words } from '../../../shared/i18n/id/reports.ts';
import { FULL, line, MM, PAGE_MARGINS, SOFT } from '../documents-pdf/index.ts';

/** Room for 49 modules (QR version 8, which every seal fits) of two points: a telephone reads it off plain paper. */
const QR_WIDTH = 36 * MM;
const SMALL = 7.4;

type Seal = NonNullable<DailyReport['seal']>;

/**
 * The foot of the last sheet: what makes the day provable, and room for three signatures. Other
 * sheets only say which one they are.
 */
export function sheetFoot(
  report: DailyReport,
  offsetMinutes: number,
  sheet: number,
  sheets: number,
): Content {
  const which = documents.dailyReport.sheet(sheet, sheets);
  const margin: [number, number, number, number] = [PAGE_MARGINS[0], 0, PAGE_MARGINS[2], 0];
  if (sheet < sheets) {
    const low = PAGE_MARGINS[3] - 14 * MM;
    return { margin, stack: [{ text: which, color: SOFT, fontSize: SMALL, margin: [0, low, 0, 0] }] };
  }
  const z = report.seal;
  const foot = z === null ? openDay(which) : closedDay(report, z, offsetMinutes, which);
  return { margin, stack: [line(FULL, 0.8 * MM), foot] };
}

/** A day that still runs has nothing to prove yet, and nobody signs for figures that can still grow. */
function openDay(which: string): Content {
  return { text: `${words.seal.open} ${which}`, color: SOFT, fontSize: SMALL, margin: [0, 3 * MM, 0, 0] };
}

function closedDay(report: DailyReport, z: Seal, offsetMinutes: number, which: string): Content {
  return {
    columns: [
      { qr: sealCode(report, z), fit: QR_WIDTH, width: QR_WIDTH, eccLevel: 'M' },
      { stack: [sealText(report, z, offsetMinutes, which), signatures()], width: '*' },
    ],
    columnGap: 5 * MM,
    margin: [0, 3 * MM, 0, 0],
  };
}

function sealText(report: DailyReport, z: Seal, offsetMinutes: number, which: string): Content {
  const { seal: say } = words;
  const hash = (text: string): Content => ({ text: hashGroups(text).join(' '), color: '#17181a' });
  const before =
    z.previousZHash === null
      ? [say.first]
      : [`${say.after(words.zName(z.zNumber - 1))} `, hash(z.previousZHash)];
  const perpetual = [
    `${say.gross} ${formatAmount(z.perpetualGrossRp)}`,
    `${say.voids} ${formatAmount(z.perpetualVoidRp)}`,
    `${say.refunds} ${formatAmount(z.perpetualRefundRp)}`,
    `${say.netTotal} ${formatRupiah(z.perpetualNetRp)}`,
  ].join(', ');
  const sent = isAcknowledged(report, z)
    ? documents.dailyReport.acknowledged
    : documents.dailyReport.notAcknowledged;
  const closedAt = formatDateTime(z.closedAt, offsetMinutes);
  return {
    color: SOFT,
    fontSize: SMALL,
    lineHeight: 1.12,
    stack: [
      { text: [`${say.fingerprint} `, hash(z.recordHash)] },
      { text: [`${say.head} `, hash(z.headHash)] },
      { text: before },
      { text: `${say.perpetual}: ${perpetual}.` },
      {
        text: `${say.records(formatAmount(z.firstSeq), formatAmount(z.lastSeq))}. ${say.closedBy(z.closedBy, closedAt)}. ${sent} ${which}`,
      },
    ],
  };
}

function signatures(): Content {
  const width = 43 * MM;
  return {
    margin: [0, 2.4 * MM, 0, 0],
    columns: documents.dailyReport.signers.map((signer) => ({
      stack: [
        { text: signer, fontSize: 8 },
        { ...line(width, 0.7), margin: [0, 10 * MM, 0, 0] },
        { text: documents.dailyReport.nameAndDate, fontSize: SMALL, color: SOFT, margin: [0, 1.5, 0, 0] },
      ],
    })),
    columnGap: 4 * MM,
  };
}

import type { StoreProfile } from '../contract/setup.ts';
import { calendarDate, offsetMinutesOf, TIME_ZONES } from '../domain/business-date.ts';
import type { Rupiah } from '../domain/money.ts';
import { formatRupiah, formatTimeAscii } from '../i18n/format.ts';
import { documents } from '../i18n/id/documents.ts';
import { paperDate, paperTitle } from './paper-parts.ts';
import type { PrintDocument } from './print-document.ts';
import { storeHead } from './store-head.ts';

export interface QrisPaper {
  readonly profile: StoreProfile;
  /** As the payload says it, so that the buyer sees the same name in the telephone. */
  readonly merchantName: string;
  readonly amountRp: Rupiah;
  /** The dynamic payload, ASCII. */
  readonly payload: string;
  readonly cashier: string;
  /** When the code was shown, epoch milliseconds. */
  readonly shownAt: number;
}

const words = documents.qrisPaper;

/**
 * A QRIS code on paper, for a buyer who can't scan the screen. It says that nothing is paid yet: a
 * printed code is no proof of anything.
 */
export function qrisPaperDocument(paper: QrisPaper): PrintDocument {
  const { profile, merchantName, amountRp, payload, cashier, shownAt } = paper;
  const offset = offsetMinutesOf(profile.timeZone);
  const zone = TIME_ZONES[profile.timeZone].short;
  return [
    ...storeHead(profile),
    ...paperTitle(words.title),
    { kind: 'centred', text: merchantName, strong: true },
    { kind: 'centred', text: formatRupiah(amountRp), strong: true },
    { kind: 'blank' },
    { kind: 'qr', data: payload, size: 'large' },
    { kind: 'centred', text: words.notPaid, strong: true },
    { kind: 'centred', text: words.wait },
    { kind: 'blank' },
    {
      kind: 'row',
      left: documents.receipt.cashier(cashier, String(profile.tillNumber)),
      right: `${formatTimeAscii(shownAt, offset)} ${zone}`,
    },
    { kind: 'row', left: '', right: paperDate(calendarDate(shownAt, offset)) },
    { kind: 'cut' },
  ];
}

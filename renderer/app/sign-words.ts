import type { PrinterSettings, PrintJob } from '../../shared/contract/printing.ts';
import type { UploadStatus } from '../../shared/contract/upload.ts';
import { calendarDate } from '../../shared/domain/business-date.ts';
import { formatDateShort, formatTime } from '../../shared/i18n/format.ts';
import { id } from '../../shared/i18n/id.ts';

/** A sign of the status strip in its long and its short form. */
export interface SignWords {
  readonly long: string;
  readonly short: string;
  /** Someone should look at it. */
  readonly look: boolean;
}

/** What the newest print job says about the printer; more is not known. */
export function printerWords(settings: PrinterSettings, newest: PrintJob | undefined): SignWords {
  const words = id.app.signs.printer;
  if (settings.transport.kind === 'none') return { long: words.none, short: words.noneShort, look: false };
  switch (newest?.state) {
    case 'failed':
      return { long: words.failed, short: words.failedShort, look: true };
    case 'unsure':
      return { long: words.unsure, short: words.unsureShort, look: true };
    case 'queued':
    case 'sending':
      return { long: words.printing, short: words.printingShort, look: false };
    case 'printed':
    case undefined:
      return { long: words.ready, short: words.readyShort, look: false };
  }
}

/** Whether the closed days have reached the district. Waiting is normal and stated, never dramatised. */
export function uploadWords(status: UploadStatus, now: number, offsetMinutes: number): SignWords {
  const words = id.app.signs.upload;
  if (!status.enrolled) return { long: words.notEnrolled, short: words.notEnrolledShort, look: false };
  // A fork means that two tills use one identity: the one fault here that someone must look at.
  const look = status.lastFault?.code === 'upload.fork';
  if (status.state === 'sending') return { long: words.sending, short: words.sendingShort, look };
  if (status.daysWaiting > 0) {
    return { long: words.waiting(status.daysWaiting), short: words.waitingShort(status.daysWaiting), look };
  }
  if (status.ackedAt === null) return { long: words.never, short: words.neverShort, look };
  const sentOn = calendarDate(status.ackedAt, offsetMinutes);
  const when =
    sentOn === calendarDate(now, offsetMinutes)
      ? formatTime(status.ackedAt, offsetMinutes)
      : formatDateShort(sentOn);
  return { long: words.sent(when), short: words.sentShort(when), look };
}

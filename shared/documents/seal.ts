import type { DailyReport } from '../contract/reports.ts';

type Seal = NonNullable<DailyReport['seal']>;

const GROUP = 4;

/** A hash as people compare it: groups of four hex digits. */
export function hashGroups(hash: string): string[] {
  return hash.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [];
}

/**
 * What the QR code of a closing report holds: store and till, Z number, hash of the last record and
 * the till's signature. Upper case on purpose: QR has a denser alphabet for capitals and digits.
 */
export function sealCode(report: DailyReport, seal: Seal): string {
  const till = `${report.store.storeCode}-${report.store.tillNumber}`;
  return ['GERAI', 'Z1', till, seal.zNumber, seal.headHash, seal.signature].join(':').toUpperCase();
}

/** Whether the district has said that it holds this Z. Its record comes right after the day's last. */
export function isAcknowledged(report: DailyReport, seal: Seal): boolean {
  return report.upload.ackedSeq > seal.lastSeq;
}

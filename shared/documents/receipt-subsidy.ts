import type { Rupiah } from '../domain/money.ts';
import type { PriceKind } from '../domain/programmes/rules.ts';
import { formatQuantity, formatRupiah } from '../i18n/format.ts';
import { documents } from '../i18n/id/documents.ts';
import type { Block } from './print-document.ts';
import { BELOW_ITEM } from './receipt-lines.ts';

/** What stands under one line of goods of a government programme. */
export interface ProgrammeNote {
  /** The programme's name. */
  readonly programme: string;
  /** The price rule of the day of sale, null where none held. */
  readonly price: { readonly priceKind: PriceKind; readonly amountRp: Rupiah } | null;
  /** Last four digits of the buyer's NIK; empty where there is none, or it was erased. */
  readonly nikEnd: string;
}

/** What stands under one line of cylinders: of a refill what came in, of a deposit that it comes back. */
export interface CylinderNote {
  readonly receivedThousandths: number;
  readonly isDeposit: boolean;
}

/** What a receipt says of subsidised goods and cylinders, by the line it stands under. */
export interface SubsidyNotes {
  readonly programmes: ReadonlyMap<string, ProgrammeNote>;
  readonly cylinders: ReadonlyMap<string, CylinderNote>;
  /** Whether something of it is subsidised for whoever uses it, and not only held to a price. */
  readonly forOwnUse: boolean;
}

const words = documents.receipt.subsidy;

/** What stands under a line beside its price: programme and ceiling, whose quota it used, cylinders. */
export function subsidyBlocks(lineId: string, notes: SubsidyNotes | null): Block[] {
  if (notes === null) return [];
  const rows = [...programmeRows(notes.programmes.get(lineId)), ...cylinderRows(notes.cylinders.get(lineId))];
  return rows.map((text): Block => ({ kind: 'text', text, indent: BELOW_ITEM }));
}

function programmeRows(note: ProgrammeNote | undefined): string[] {
  if (note === undefined) return [];
  const { programme, price, nikEnd } = note;
  return [
    price === null
      ? programme
      : words.priced(programme, words.priceKinds[price.priceKind], formatRupiah(price.amountRp)),
    ...(nikEnd === '' ? [] : [words.nik(nikEnd)]),
  ];
}

function cylinderRows(note: CylinderNote | undefined): string[] {
  if (note === undefined) return [];
  return [
    ...(note.receivedThousandths > 0 ? [words.received(formatQuantity(note.receivedThousandths))] : []),
    ...(note.isDeposit ? [words.deposit] : []),
  ];
}

/** That subsidised goods are for the buyer's own use. */
export function subsidyFoot(notes: SubsidyNotes | null): Block[] {
  return notes?.forOwnUse === true ? [{ kind: 'text', text: words.noResale }] : [];
}

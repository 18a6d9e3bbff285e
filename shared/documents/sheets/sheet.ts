import type { StoreProfile } from '../../contract/setup.ts';
import { formatAmount } from '../../i18n/format.ts';
import { sheets as words } from '../../i18n/id/sheets.ts';

/** Somebody a paper is from or for: a name and the lines of an address block below it. */
export interface Party {
  readonly name: string;
  readonly lines: readonly string[];
}

export interface SheetColumn {
  readonly head: string;
  readonly right?: true;
  /** Takes the room the others leave; its text may wrap. */
  readonly wide?: true;
  /** Left empty on the paper, for a hand to write in. */
  readonly blank?: true;
}

/** A row of a sheet's table; `note` stands small below the text of the wide column. */
export interface SheetRow {
  readonly cells: readonly string[];
  readonly note?: string;
}

export interface SheetSum {
  readonly label: string;
  readonly amount: string;
  /** `total` is the one that the paper is about. */
  readonly kind: 'part' | 'total';
}

export interface Signature {
  readonly label: string;
  /** Printed below the line, empty for a hand to write. */
  readonly name: string;
}

/**
 * A trade paper on A4, in words: what stands where is the renderer's affair. Every figure is already
 * text, as the screen writes it.
 */
export interface Sheet {
  readonly title: string;
  readonly number: string;
  readonly date: string;
  readonly seller: Party;
  /** Whom it is for, and under which word. */
  readonly to: Party & { readonly label: string };
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** A sentence above the table, or empty. */
  readonly opening: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly sums: readonly SheetSum[];
  /** The paper's amount in words, or empty. */
  readonly inWords: string;
  readonly notes: readonly string[];
  readonly signatures: readonly Signature[];
  /** At the foot of every sheet: what it can be checked by. */
  readonly foot: string;
}

/** Name and address of an institution or a person, as the vault has them. */
export interface PartyDetails {
  /** Empty where the vault can no longer say it. */
  readonly name: string;
  /** Whom to ask for there, empty for nobody in particular. */
  readonly contact: string;
  readonly phone: string;
  readonly address: string;
}

/** The store's head on a trade paper. */
export function sellerOf(profile: StoreProfile, npwp: string | null = null): Party {
  return {
    name: profile.koperasi,
    lines: present([
      words.store(profile.gerai, profile.storeCode),
      `${profile.address}, ${profile.kabupaten}`,
      npwp === null ? '' : words.npwp(npwp),
    ]),
  };
}

/** The address block of whoever a paper is for. */
export function partyOf({ name, contact, phone, address }: PartyDetails): Party {
  return {
    name: name === '' ? words.nameErased : name,
    lines: present([
      contact === '' ? '' : words.contact(contact),
      address,
      phone === '' ? '' : words.phone(phone),
    ]),
  };
}

/** A sum above the last one. */
export function part(label: string, amountRp: number): SheetSum {
  return { label, amount: formatAmount(amountRp), kind: 'part' };
}

/** The texts that say something. */
export function present(texts: readonly string[]): string[] {
  return texts.filter((text) => text.trim() !== '');
}

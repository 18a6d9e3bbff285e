import {
  MAX_CARDS,
  type MemberImportError,
  type MemberImportPreview,
} from '../../../../shared/contract/members.ts';
import type { BusinessDate } from '../../../../shared/domain/business-date.ts';
import { sumRupiah, type Rupiah } from '../../../../shared/domain/money.ts';
import type { MemberRow } from '../../../../shared/journal/member-bodies.ts';
import type { Ctx } from '../../context.ts';
import { policy } from '../../policy/index.ts';
import { memberHeads, memberIdOfCard, memberIdOfNumber, readMember } from '../member-store.ts';
import { openMember, type MemberPerson } from '../person.ts';
import { samePerson, sameTerms } from '../save-member.ts';
import { withoutZeros } from '../search.ts';
import type { DraftMember, DraftSavings } from './draft.ts';
import type { Column, Field } from './columns.ts';
import type { ImportedMember } from './member-row.ts';
import type { MemberFile } from './read-members.ts';

type Sample = MemberImportPreview['sample'][number];
type ErrorCode = MemberImportError['code'];

/** Rows shown in a preview. */
const SAMPLE_ROWS = 20;

/** Compares the rows of a file with the members there are. Problems are added to the file's errors. */
export class MemberPlanner {
  readonly members: DraftMember[] = [];
  readonly savings: DraftSavings[] = [];
  readonly sample: Sample[] = [];
  readonly counts = { new: 0, changed: 0, same: 0 };
  readonly #ctx: Ctx;
  readonly #file: MemberFile;
  readonly #joinedOn: BusinessDate;
  /** What the store lets new members owe. */
  readonly #newLimitRp: Rupiah;
  readonly #lineOfNumber = new Map<string, number>();
  readonly #lineOfCard = new Map<string, number>();
  /** Numbers there are, without the zeros in front that spreadsheets like to drop. */
  readonly #shortNumbers: ReadonlyMap<string, string>;

  constructor(ctx: Ctx, file: MemberFile, joinedOn: BusinessDate) {
    this.#ctx = ctx;
    this.#file = file;
    this.#joinedOn = joinedOn;
    this.#newLimitRp = policy(ctx.db).kasbonLimitDefaultRp;
    this.#shortNumbers = new Map(memberHeads(ctx.db).map(({ number }) => [keyOf(number), number]));
  }

  /** Takes one row, or says why not. */
  take(row: ImportedMember): void {
    const before = this.#file.errors.count;
    const memberId = memberIdOfNumber(this.#ctx.db, row.number);
    this.#checkNumber(row, memberId);
    const known = memberId === undefined ? undefined : readMember(this.#ctx.db, memberId);
    const opened = memberId === undefined ? undefined : openMember(this.#ctx, memberId);
    const person = opened?.state === 'known' ? opened.person : undefined;
    const terms = this.#termsOf(row, known);
    this.#checkCards(row, terms);
    // Whoever was erased on request stays nameless, whatever an old list says.
    const erased = opened?.state === 'erased' && known?.active === false;
    if (row.name === null && person === undefined && !erased) this.#error(row, 'name', 'name-missing', '');
    if (this.#file.errors.count > before) return;
    const told = erased ? undefined : toldOf(row, person);
    const toKeep = told !== undefined && (person === undefined || !samePerson(person, told)) ? told : null;
    const toSave = known === undefined || !sameTerms(known, terms) ? terms : null;
    this.#note(row, { memberId: terms.memberId, terms: toSave, person: toKeep }, known !== undefined, {
      name: told?.name ?? '',
      tier: terms.tier,
    });
  }

  #note(
    row: ImportedMember,
    draft: DraftMember,
    isKnown: boolean,
    shown: Pick<Sample, 'name' | 'tier'>,
  ): void {
    const hasSavings = row.pokokRp !== null || row.wajibRp !== null || row.sukarelaRp !== null;
    const nothing = draft.terms === null && draft.person === null;
    const same = nothing && !hasSavings ? 'same' : 'changed';
    const change = isKnown ? same : 'new';
    this.counts[change] += 1;
    if (!nothing) this.members.push(draft);
    const { pokokRp, wajibRp, sukarelaRp } = row;
    if (hasSavings) this.savings.push({ memberId: draft.memberId, pokokRp, wajibRp, sukarelaRp });
    if (this.sample.length === SAMPLE_ROWS) return;
    this.sample.push({ line: row.line, change, number: row.number, ...shown, sukarelaRp });
  }

  /** All savings that the file brings. */
  savingsTotal(): ReturnType<typeof sumRupiah> {
    return sumRupiah(
      this.savings.flatMap(({ pokokRp, wajibRp, sukarelaRp }) =>
        [pokokRp, wajibRp, sukarelaRp].filter((amount) => amount !== null),
      ),
    );
  }

  #termsOf(row: ImportedMember, known: MemberRow | undefined): MemberRow {
    return {
      memberId: known?.memberId ?? this.#ctx.ports.ids.next(),
      number: known?.number ?? row.number,
      tier: row.tier ?? known?.tier ?? 'anggota',
      cardCodes: [...new Set([...(known?.cardCodes ?? []), ...row.cards])],
      creditLimitRp: known?.creditLimitRp ?? this.#newLimitRp,
      active: known?.active ?? true,
      joinedOn: known === undefined ? this.#joinedOn : known.joinedOn,
    };
  }

  /** Two rows for one member would leave it to chance which counts; a number short of its zeros too. */
  #checkNumber(row: ImportedMember, memberId: string | undefined): void {
    const key = row.number.toLowerCase();
    const otherLine = this.#lineOfNumber.get(key);
    if (otherLine !== undefined) this.#error(row, 'number', 'number-twice-in-file', row.number, otherLine);
    else this.#lineOfNumber.set(key, row.line);
    if (memberId === undefined && this.#shortNumbers.has(keyOf(row.number))) {
      this.#error(row, 'number', 'number-zeros', this.#shortNumbers.get(keyOf(row.number)) ?? '');
    }
  }

  #checkCards(row: ImportedMember, terms: MemberRow): void {
    for (const code of row.cards) {
      const otherLine = this.#lineOfCard.get(code);
      if (otherLine !== undefined) this.#error(row, 'card', 'card-twice-in-file', code, otherLine);
      else this.#lineOfCard.set(code, row.line);
      const holder = memberIdOfCard(this.#ctx.db, code);
      if (holder !== undefined && holder !== terms.memberId) this.#error(row, 'card', 'card-taken', code);
    }
    if (terms.cardCodes.length > MAX_CARDS) {
      this.#error(row, 'card', 'cards-too-many', String(terms.cardCodes.length));
    }
  }

  #error(row: ImportedMember, field: Field, code: ErrorCode, value: string, otherLine?: number): void {
    const column = this.#file.columns.find((each: Column) => each.field === field)?.header ?? '';
    const problem = { line: row.line, column, code, value };
    this.#file.errors.add(otherLine === undefined ? problem : { ...problem, otherLine });
  }
}

function keyOf(memberNumber: string): string {
  return withoutZeros(memberNumber.toLowerCase());
}

/** What is known of a person once a row has been taken over; an empty cell changes nothing. */
function toldOf(row: ImportedMember, person: MemberPerson | undefined): MemberPerson {
  return {
    kind: 'member',
    name: row.name ?? person?.name ?? '',
    phone: row.phone ?? person?.phone ?? '',
    address: person?.address ?? '',
  };
}

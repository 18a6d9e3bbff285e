import type { z } from 'zod';
import type { contract } from '../../../shared/contract/index.ts';
import { ADDRESS_LENGTH, NAME_LENGTH } from '../../../shared/contract/members.ts';
import type { RegistrationDetail } from '../../../shared/contract/subsidy.ts';
import { nameSchema } from '../../../shared/contract/values.ts';
import type { ConsumerCategory } from '../../../shared/domain/programmes/rules.ts';
import { formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { textError, type FieldErrors } from '../../ui/field-checks.ts';
import { parseQuantity } from '../../ui/figures.ts';
import { NIK_LENGTH } from '../../ui/nik-length.ts';

const words = id.subsidyOffice.registration.errors;

/** Somebody being registered or changed: numbers as digits, figures as typed. */
export interface RegistrationDraft {
  readonly nik: string;
  readonly kk: string;
  readonly name: string;
  readonly address: string;
  readonly categories: readonly ConsumerCategory[];
  readonly memberId: string | null;
  readonly farmer: boolean;
  /** What a season gives of each programme, as typed; empty for nothing. */
  readonly allotments: Readonly<Record<string, string>>;
  readonly consent: boolean;
}

/** Somebody who is not registered yet. */
export function newRegistration(nik: string): RegistrationDraft {
  return {
    nik,
    kk: '',
    name: '',
    address: '',
    categories: ['rumah-tangga'],
    memberId: null,
    farmer: false,
    allotments: {},
    consent: false,
  };
}

/** Somebody who is registered, ready to be changed; the numbers stay unless they are typed anew. */
export function registrationDraftOf(known: RegistrationDetail): RegistrationDraft {
  return {
    nik: '',
    kk: '',
    name: known.name,
    address: known.address,
    categories: known.categories,
    memberId: known.memberId,
    farmer: known.farmer,
    allotments: Object.fromEntries(
      known.allotments.map(({ programme, quantityThousandths }) => [
        programme,
        formatQuantity(quantityThousandths).replaceAll('.', ''),
      ]),
    ),
    consent: true,
  };
}

/**
 * What is wrong with each field. Whether a number can be a NIK is the engine's to say.
 * @param known somebody who has a number already
 * @param categoryAsked some programme sells by what a buyer is
 */
export function checkRegistration(
  draft: RegistrationDraft,
  known: boolean,
  categoryAsked: boolean,
): FieldErrors<keyof RegistrationDraft> {
  const numberless = !known && draft.nik === '' && draft.kk === '';
  const wrong = Object.values(draft.allotments).some(
    (typed) => typed.trim() !== '' && parseQuantity(typed) === null,
  );
  return {
    nik: numberless ? words.number : lengthError(draft.nik),
    kk: lengthError(draft.kk),
    name: textError(nameSchema(NAME_LENGTH), draft.name),
    address: draft.address.trim().length > ADDRESS_LENGTH ? id.fields.tooLong(ADDRESS_LENGTH) : undefined,
    categories: categoryAsked && draft.categories.length === 0 ? words.category : undefined,
    allotments: wrong ? words.allotment : undefined,
    consent: draft.consent ? undefined : words.consent,
  };
}

function lengthError(digits: string): string | undefined {
  return digits === '' || digits.length === NIK_LENGTH ? undefined : words.length(digits.length);
}

/** What is said of somebody beside the numbers, as both commands take it. */
function particulars(draft: RegistrationDraft) {
  return {
    nik: draft.nik === '' ? null : draft.nik,
    kk: draft.kk === '' ? null : draft.kk,
    name: draft.name.trim(),
    address: draft.address.trim(),
    categories: [...draft.categories],
    memberId: draft.memberId,
    farmer: draft.farmer,
    allotments: Object.entries(draft.allotments).flatMap(([programme, typed]) => {
      const quantityThousandths = parseQuantity(typed);
      return quantityThousandths === null || quantityThousandths === 0
        ? []
        : [{ programme, quantityThousandths }];
    }),
  };
}

/** The command's input for somebody new. @param programme whose purpose and retention hold, null for any */
export function toRegister(
  draft: RegistrationDraft,
  programme: string | null,
): z.input<typeof contract.subsidy.register.input> {
  return { ...particulars(draft), programme, consent: true };
}

/** The command's input for somebody who is registered. */
export function toSaveRegistration(
  draft: RegistrationDraft,
  registrationId: string,
): z.input<typeof contract.subsidy.saveRegistration.input> {
  return { ...particulars(draft), registrationId };
}

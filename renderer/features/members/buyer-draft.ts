import type { z } from 'zod';
import type { contract } from '../../../shared/contract/index.ts';
import {
  ADDRESS_LENGTH,
  NAME_LENGTH,
  PHONE_LENGTH,
  type BuyerDetail,
} from '../../../shared/contract/members.ts';
import { nameSchema } from '../../../shared/contract/values.ts';
import type { Tier } from '../../../shared/domain/tier.ts';
import { id } from '../../../shared/i18n/id.ts';
import type { BuyerKind } from '../../../shared/journal/member-bodies.ts';
import { textError, type FieldErrors } from '../../ui/field-checks.ts';
import { amountError, tooLong } from './member-draft.ts';

/** An institution while it is being edited. */
export interface BuyerDraft {
  readonly buyerId: string | null;
  readonly name: string;
  readonly contact: string;
  readonly phone: string;
  readonly address: string;
  readonly kind: BuyerKind;
  readonly tier: Tier;
  readonly creditLimitRp: number | null;
  readonly termDays: number | null;
  readonly active: boolean;
}

/** An institution that does not exist yet; it buys wholesale and pays within two weeks. */
export const NEW_BUYER: BuyerDraft = {
  buyerId: null,
  name: '',
  contact: '',
  phone: '',
  address: '',
  kind: 'koperasi',
  tier: 'grosir',
  creditLimitRp: null,
  termDays: 14,
  active: true,
};

/** An institution of the list, ready to be changed. */
export function buyerDraftOf(buyer: BuyerDetail): BuyerDraft {
  const { nameState: _, owesRp: __, ...draft } = buyer;
  return draft;
}

/** What is wrong with each field. */
export function checkBuyer(draft: BuyerDraft): FieldErrors<keyof BuyerDraft> {
  return {
    name: textError(nameSchema(NAME_LENGTH), draft.name),
    contact: tooLong(draft.contact, NAME_LENGTH),
    phone: tooLong(draft.phone, PHONE_LENGTH),
    address: tooLong(draft.address, ADDRESS_LENGTH),
    creditLimitRp: amountError(draft.creditLimitRp),
    termDays: draft.termDays === null || draft.termDays > 365 ? id.members.editor.errors.days : undefined,
  };
}

/** The command's input. */
export function buyerToSave(draft: BuyerDraft): z.input<typeof contract.members.saveBuyer.input> {
  return {
    ...draft,
    name: draft.name.trim(),
    contact: draft.contact.trim(),
    phone: draft.phone.trim(),
    address: draft.address.trim(),
    creditLimitRp: draft.creditLimitRp ?? 0,
    termDays: draft.termDays ?? 0,
  };
}

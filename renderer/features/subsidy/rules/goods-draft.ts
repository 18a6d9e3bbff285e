import type { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import type { ProgrammeGoods } from '../../../../shared/domain/programmes/rules.ts';
import { formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import type { FieldErrors } from '../../../ui/field-checks.ts';
import { parseQuantity } from '../../../ui/figures.ts';

const words = id.subsidyOffice.rules.goodsForm.errors;

type Role = NonNullable<ProgrammeGoods['cylinder']>['role'];

/** What a product is within a programme, while it is being said. */
export interface GoodsDraft {
  readonly productId: string;
  /** `none` takes it out of every programme. */
  readonly programme: string;
  /** As typed: units of the programme in one base unit. */
  readonly measure: string;
  readonly role: Role | 'none';
}

/** A product that belongs to nothing yet. */
export function newGoods(programme: string): GoodsDraft {
  return { productId: '', programme, measure: '1', role: 'none' };
}

/** A linked product, ready to be changed. Empty cylinders and deposits stand under their kind. */
export function goodsDraftOf(goods: ProgrammeGoods): GoodsDraft {
  return {
    productId: goods.productId,
    programme: goods.programme ?? goods.cylinder?.kind ?? 'none',
    measure: formatQuantity(goods.measureThousandths).replaceAll('.', ''),
    role: goods.cylinder?.role ?? 'none',
  };
}

/** What is wrong with each field. */
export function checkGoods(draft: GoodsDraft): FieldErrors<keyof GoodsDraft> {
  const measure = parseQuantity(draft.measure);
  return {
    productId: draft.productId === '' ? words.product : undefined,
    measure: measure === null || measure === 0 ? words.measure : undefined,
  };
}

/** The command's input of a draft in which nothing is wrong. */
export function toGoods(draft: GoodsDraft): z.input<typeof contract.programmes.setGoods.input> {
  const { productId, programme, role } = draft;
  const measureThousandths = parseQuantity(draft.measure) ?? 1000;
  if (programme === 'none') return { productId, programme: null, measureThousandths, cylinder: null };
  // Only the filling is what the rules are about; the steel around it belongs to a kind of cylinder.
  const ruled = role === 'none' || role === 'refill';
  return {
    productId,
    programme: ruled ? programme : null,
    measureThousandths,
    cylinder: role === 'none' ? null : { role, kind: programme },
  };
}

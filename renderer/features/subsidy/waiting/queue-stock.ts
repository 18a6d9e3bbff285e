import type { ProgrammeGoodsReply } from '../../../../shared/contract/programmes.ts';
import type { WaitingEntry } from '../../../../shared/contract/subsidy.ts';

type Asked = Pick<
  WaitingEntry,
  'entryId' | 'productId' | 'productName' | 'unit' | 'quantityThousandths' | 'state'
>;
type OnHand = Pick<ProgrammeGoodsReply, 'productId' | 'onHandThousandths'>;

/** What those who wait ask of one product, against what there is. */
export interface ProductStock {
  readonly productId: string;
  readonly name: string;
  readonly unit: string;
  readonly onHandThousandths: number;
  readonly askedThousandths: number;
  /** Below zero where there is not enough for all. */
  readonly leftThousandths: number;
}

/** The line against the shelf. */
export interface QueueStock {
  readonly products: readonly ProductStock[];
  /** Those for whom nothing is left once everybody before them was served. */
  readonly without: ReadonlySet<string>;
}

/**
 * Holds what is asked against what is on hand, in the order of the line. Whoever would be refused takes
 * nothing, so they leave their share to those behind them.
 */
export function queueStock(entries: readonly Asked[], goods: readonly OnHand[]): QueueStock {
  const products = new Map<string, ProductStock>();
  const without = new Set<string>();
  for (const entry of entries) {
    const { productId, productName, unit, quantityThousandths } = entry;
    const onHandThousandths = goods.find((each) => each.productId === productId)?.onHandThousandths ?? 0;
    const askedBefore = products.get(productId)?.askedThousandths ?? 0;
    const taken = entry.state === 'refuse' ? 0 : quantityThousandths;
    const askedThousandths = askedBefore + taken;
    if (taken > 0 && askedThousandths > onHandThousandths) without.add(entry.entryId);
    products.set(productId, {
      productId,
      name: productName,
      unit,
      onHandThousandths,
      askedThousandths,
      leftThousandths: onHandThousandths - askedThousandths,
    });
  }
  return { products: [...products.values()], without };
}

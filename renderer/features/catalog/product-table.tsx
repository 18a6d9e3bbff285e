import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Product } from '../../../shared/contract/catalog.ts';
import { formatAmount, formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import ledger from '../../ui/ledger.module.css';
import { Tag } from '../../ui/tag.tsx';
import styles from './product-table.module.css';
import { useProductPages, type ProductFilter } from './use-product-pages.ts';

const words = id.catalog;

/** Heights in pixels, as the ledger draws them: a row, and the head that stays in sight. */
const ROW = 44;
const HEAD = 30;

interface ProductTableProps {
  readonly filter: ProductFilter;
  readonly total: number;
  /** The row the arrows stand on. */
  readonly row: number;
  readonly openId: string | null;
  readonly onOpen: (product: Product) => void;
}

/** The catalogue as a ledger. However many products there are, only the rows in sight are drawn. */
export function ProductTable({ filter, total, row, openId, onOpen }: ProductTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- what it returns stays in this component
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  });
  const rows = virtual.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;
  const pages = useProductPages(filter, { first, last });
  useEffect(() => {
    if (row < total) virtual.scrollToIndex(row);
  }, [virtual, row, total]);
  return (
    <div ref={frame} className={styles.window}>
      <table className={`${ledger.ledger} ${styles.table}`} aria-rowcount={total} aria-label={words.title}>
        <thead>
          <tr>
            <th>{words.columns.name}</th>
            <th className={styles.code}>{words.columns.code}</th>
            <th className={`${ledger.num} ${styles.stock}`}>{words.columns.stock}</th>
            <th className={styles.unit}>{words.columns.unit}</th>
            <th className={`${ledger.num} ${styles.price}`}>{words.columns.price}</th>
          </tr>
        </thead>
        <tbody>
          <Gap height={(rows[0]?.start ?? HEAD) - HEAD} />
          {rows.map(({ index }) => (
            <ProductRow
              key={index}
              product={pages.at(index)}
              at={index}
              current={index === row}
              open={openId !== null && pages.at(index)?.productId === openId}
              onOpen={onOpen}
            />
          ))}
          <Gap height={virtual.getTotalSize() + HEAD - (rows.at(-1)?.end ?? HEAD)} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows above and below that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td aria-hidden="true" className={styles.gap} style={{ height }} />
    </tr>
  );
}

interface ProductRowProps {
  readonly product: Product | undefined;
  readonly at: number;
  readonly current: boolean;
  readonly open: boolean;
  readonly onOpen: (product: Product) => void;
}

function ProductRow({ product, at, current, open, onOpen }: ProductRowProps) {
  if (product === undefined) {
    return (
      <tr aria-rowindex={at + 1} className={styles.row}>
        <td className={styles.soft}>{words.loadingRow}</td>
      </tr>
    );
  }
  return (
    <tr
      aria-rowindex={at + 1}
      aria-current={current ? 'true' : undefined}
      className={styles.row}
      data-open={open ? '' : undefined}
    >
      <td>
        <div className={styles.name}>
          <button type="button" tabIndex={-1} className={styles.open} onClick={() => onOpen(product)}>
            {product.name}
          </button>
          {!product.active && <Tag kind="wait">{words.inactive}</Tag>}
        </div>
      </td>
      <td className={`${styles.code} ${styles.soft}`}>{product.barcodes[0] ?? product.plu ?? ''}</td>
      <td className={ledger.num}>{formatQuantity(product.onHandThousandths)}</td>
      <td className={styles.soft}>{product.unit}</td>
      <td className={ledger.num}>
        {product.priceRp === null ? (
          <span className={styles.soft}>{words.noPrice}</span>
        ) : (
          <b>{formatAmount(product.priceRp)}</b>
        )}
      </td>
    </tr>
  );
}

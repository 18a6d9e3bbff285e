import type { Product } from '../../../shared/contract/catalog.ts';
import { formatAmount, formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import ledger from '../../ui/ledger.module.css';
import { ListRow, ListTable, RowName, TaggedName } from '../../ui/list-table.tsx';
import { useRowsInSight } from '../../ui/use-rows-in-sight.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './product-table.module.css';
import { useProductPages, type ProductFilter } from './use-product-pages.ts';

const words = id.catalog;

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
  const sight = useRowsInSight(total, row);
  const pages = useProductPages(filter, { first: sight.rows[0] ?? 0, last: sight.rows.at(-1) ?? 0 });
  return (
    <ListTable
      label={words.title}
      sight={sight}
      head={
        <>
          <th>{words.columns.name}</th>
          <th className={styles.code}>{words.columns.code}</th>
          <th className={`${ledger.num} ${styles.stock}`}>{words.columns.stock}</th>
          <th className={styles.unit}>{words.columns.unit}</th>
          <th className={`${ledger.num} ${styles.price}`}>{words.columns.price}</th>
        </>
      }
    >
      {sight.rows.map((index) => (
        <ProductRow
          key={index}
          product={pages.at(index)}
          at={index}
          current={index === row}
          open={openId !== null && pages.at(index)?.productId === openId}
          onOpen={onOpen}
        />
      ))}
    </ListTable>
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
      <ListRow at={at}>
        <td className={ledger.soft}>{words.loadingRow}</td>
      </ListRow>
    );
  }
  return (
    <ListRow at={at} current={current} open={open}>
      <td>
        <TaggedName>
          <RowName onOpen={() => onOpen(product)}>{product.name}</RowName>
          {!product.active && <Tag kind="wait">{words.inactive}</Tag>}
        </TaggedName>
      </td>
      <td className={`${styles.code} ${ledger.soft}`}>{product.barcodes[0] ?? product.plu ?? ''}</td>
      <td className={ledger.num}>{formatQuantity(product.onHandThousandths)}</td>
      <td className={ledger.soft}>{product.unit}</td>
      <td className={ledger.num}>
        {product.priceRp === null ? (
          <span className={ledger.soft}>{words.noPrice}</span>
        ) : (
          <b>{formatAmount(product.priceRp)}</b>
        )}
      </td>
    </ListRow>
  );
}

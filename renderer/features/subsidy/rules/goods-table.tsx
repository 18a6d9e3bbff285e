import type { ProgrammeGoodsReply, ProgrammesReply } from '../../../../shared/contract/programmes.ts';
import type { Programme } from '../../../../shared/domain/programmes/rules.ts';
import { formatAmount, formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import ledger from '../../../ui/ledger.module.css';
import { ListRow, ListTable, RowName, TaggedName } from '../../../ui/list-table.tsx';
import { Tag } from '../../../ui/tag.tsx';
import styles from './goods.module.css';

const words = id.subsidyOffice.rules;
const list = words.goodsList;

/** A row of the list: a programme, or goods below it. */
export type GoodsItem =
  | { readonly kind: 'programme'; readonly programme: Programme }
  | { readonly kind: 'goods'; readonly goods: ProgrammeGoodsReply; readonly unit: string };

/** Each programme followed by its goods; empty cylinders and deposits at the end. */
export function listedGoods({ programmes, cylinderGoods }: ProgrammesReply): readonly GoodsItem[] {
  return [
    ...programmes.flatMap(({ programme, goods }): GoodsItem[] => [
      { kind: 'programme', programme },
      ...goods.map((each): GoodsItem => ({ kind: 'goods', goods: each, unit: programme.unit })),
    ]),
    ...cylinderGoods.map((each): GoodsItem => ({ kind: 'goods', goods: each, unit: '' })),
  ];
}

interface GoodsTableProps {
  readonly items: readonly GoodsItem[];
  readonly row: number;
  readonly onOpen: (at: number) => void;
}

/** What of the shop is subsidised, what it costs and what it may cost. */
export function GoodsTable({ items, row, onOpen }: GoodsTableProps) {
  return (
    <ListTable
      label={list.title}
      head={
        <>
          <th>{list.columns.name}</th>
          <th className={styles.measure}>{list.columns.measure}</th>
          <th className={`${ledger.num} ${styles.price}`}>{list.columns.price}</th>
          <th className={`${ledger.num} ${styles.price}`}>{list.columns.ceiling}</th>
        </>
      }
    >
      {items.map((item, at) => (
        <ListRow
          key={item.kind === 'goods' ? item.goods.productId : item.programme.programme}
          current={at === row}
        >
          {item.kind === 'programme' ? (
            <ProgrammeCells programme={item.programme} onOpen={() => onOpen(at)} />
          ) : (
            <GoodsCells goods={item.goods} unit={item.unit} onOpen={() => onOpen(at)} />
          )}
        </ListRow>
      ))}
    </ListTable>
  );
}

function ProgrammeCells({
  programme,
  onOpen,
}: {
  readonly programme: Programme;
  readonly onOpen: () => void;
}) {
  return (
    <td colSpan={4}>
      <TaggedName>
        <RowName onOpen={onOpen}>
          <b>{programme.name}</b>
        </RowName>
        <span className={ledger.soft}>{words.perUnit(programme.unit)}</span>
        {!programme.active && <Tag kind="wait">{words.programmeOff}</Tag>}
      </TaggedName>
    </td>
  );
}

interface GoodsCellsProps {
  readonly goods: ProgrammeGoodsReply;
  readonly unit: string;
  readonly onOpen: () => void;
}

function GoodsCells({ goods, unit, onOpen }: GoodsCellsProps) {
  const { ceilingRp, referenceRp, priceRp } = goods;
  return (
    <>
      <td className={styles.inset}>
        <TaggedName>
          <RowName onOpen={onOpen}>{goods.name}</RowName>
          {goods.cylinder !== null && <Tag>{list.roles[goods.cylinder.role]}</Tag>}
        </TaggedName>
      </td>
      <td className={ledger.soft}>
        {unit === '' ? '' : `${formatQuantity(goods.measureThousandths)} ${unit}`}
      </td>
      <td className={ledger.num}>{priceRp === null ? '' : formatAmount(priceRp)}</td>
      <td className={ledger.num}>
        {ceilingRp !== null && <b>{formatAmount(ceilingRp)}</b>}
        {ceilingRp === null && referenceRp !== null && (
          <span className={ledger.soft}>{list.reference(formatAmount(referenceRp))}</span>
        )}
      </td>
    </>
  );
}

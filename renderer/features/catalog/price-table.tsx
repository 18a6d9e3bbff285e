import type { Product } from '../../../shared/contract/catalog.ts';
import { tierSchema } from '../../../shared/domain/tier.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import ledger from '../../ui/ledger.module.css';
import { CellAmount, CellField, CellSelect } from './cell-field.tsx';
import {
  placeOf,
  priceOfContent,
  type PriceDraft,
  type TermsDraft,
  type TermsErrors,
} from './terms-draft.ts';
import styles from './terms.module.css';

const words = id.catalog.terms;

const TIERS = tierSchema.options.map((value) => ({ value, label: id.catalog.tiers[value] }));

interface PriceTableProps {
  readonly product: Product;
  readonly draft: TermsDraft;
  readonly errors: TermsErrors;
  readonly onChange: (key: number, part: Partial<PriceDraft>) => void;
  readonly onRemove: (key: number) => void;
}

/** Everybody's price as it stands, and every price beside it. */
export function PriceTable({ product, draft, errors, onChange, onRemove }: PriceTableProps) {
  const bare = draft.packs.filter((pack) => !draft.prices.some((price) => price.pack === pack.key));
  return (
    <table className={classNames(ledger.ledger, styles.table)}>
      <thead>
        <tr>
          <th className={styles.unit}>{words.priceColumns.unit}</th>
          <th className={styles.tier}>{words.priceColumns.tier}</th>
          <th className={classNames(styles.from, ledger.num)}>{words.priceColumns.from}</th>
          <th className={classNames(styles.price, ledger.num)}>{words.priceColumns.price}</th>
          <th className={styles.date}>{words.priceColumns.validFrom}</th>
          <th className={styles.date}>{words.priceColumns.validTo}</th>
          <th className={styles.remove}>
            <span className="sr-only">{words.columns.remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <FixedRow unit={product.unit} priceRp={product.priceRp} why={words.ownPrice} />
        {bare.map((pack) => (
          <FixedRow
            key={pack.key}
            unit={pack.unit}
            priceRp={priceOfContent(product, pack)}
            why={words.contentPrice}
          />
        ))}
        {draft.prices.map((price, at) => (
          <PriceRow
            key={price.key}
            number={at + 1}
            price={price}
            units={[
              { value: BASE, label: product.unit },
              ...draft.packs.map(({ key, unit }) => ({ value: String(key), label: unit })),
            ]}
            errors={errors}
            onChange={(part) => onChange(price.key, part)}
            onRemove={() => onRemove(price.key)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Stands for the base unit among the keys of the packs. */
const BASE = 'base';

interface FixedRowProps {
  readonly unit: string;
  readonly priceRp: number | null;
  readonly why: string;
}

/** A price that follows from elsewhere. */
function FixedRow({ unit, priceRp, why }: FixedRowProps) {
  return (
    <tr className={styles.fixed}>
      <td>
        <b>{unit}</b>
      </td>
      <td>{id.catalog.tiers.umum}</td>
      <td aria-hidden="true" />
      <td className={ledger.num}>{priceRp === null ? words.noPrice : <b>{formatAmount(priceRp)}</b>}</td>
      <td colSpan={3}>{why}</td>
    </tr>
  );
}

interface PriceRowProps {
  readonly number: number;
  readonly price: PriceDraft;
  readonly units: readonly { readonly value: string; readonly label: string }[];
  readonly errors: TermsErrors;
  readonly onChange: (part: Partial<PriceDraft>) => void;
  readonly onRemove: () => void;
}

function PriceRow({ number, price, units, errors, onChange, onRemove }: PriceRowProps) {
  const labelOf = (column: string) => words.field(column, words.priceNumber(number));
  const errorOf = (field: string) => errors[placeOf('price', price.key, field)];
  return (
    <tr>
      <CellSelect
        label={labelOf(words.priceColumns.unit)}
        value={price.pack === null ? BASE : String(price.pack)}
        options={units}
        onChange={(value) => onChange({ pack: value === BASE ? null : Number(value) })}
      />
      <CellSelect
        label={labelOf(words.priceColumns.tier)}
        value={price.tier}
        options={TIERS}
        onChange={(tier) => onChange({ tier })}
      />
      <CellField
        label={labelOf(words.priceColumns.from)}
        value={price.from}
        inputMode="decimal"
        figures
        error={errorOf('from')}
        onChange={(from) => onChange({ from })}
      />
      <CellAmount
        label={labelOf(words.priceColumns.price)}
        value={price.priceRp}
        error={errorOf('price')}
        onChange={(priceRp) => onChange({ priceRp })}
      />
      <CellField
        label={labelOf(words.priceColumns.validFrom)}
        value={price.validFrom}
        placeholder={id.fields.dateHint}
        error={errorOf('validFrom')}
        onChange={(validFrom) => onChange({ validFrom })}
      />
      <CellField
        label={labelOf(words.priceColumns.validTo)}
        value={price.validTo}
        placeholder={id.fields.dateHint}
        error={errorOf('validTo')}
        onChange={(validTo) => onChange({ validTo })}
      />
      <td className={styles.cell}>
        <Button label={words.removePrice(number)} className={styles.bin} onPress={onRemove}>
          <Icon name="trash" />
        </Button>
      </td>
    </tr>
  );
}

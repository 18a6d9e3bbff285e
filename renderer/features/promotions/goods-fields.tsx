import { useQuery } from '@tanstack/react-query';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { OptionKeys } from '../../ui/option-keys.tsx';
import { optionsOf } from '../../ui/options.ts';
import type { Entry } from '../../ui/use-entry.ts';
import { ProductPicker } from './product-picker.tsx';
import type { PromotionDraft } from './promotion-draft.ts';
import styles from './promotions.module.css';

const words = id.promotions;

const GOODS = optionsOf(['products', 'categories', 'all'], words.goodsKinds);

interface GoodsFieldsProps {
  readonly entry: Entry<PromotionDraft>;
  readonly firstDigit: number;
}

/** Which goods a promotion is for. A bundle names its goods. */
export function GoodsFields({ entry, firstDigit }: GoodsFieldsProps) {
  const { draft, errors, change } = entry;
  const isBundle = draft.kind === 'bundle';
  return (
    <>
      {!isBundle && (
        <OptionKeys
          label={words.goodsKind}
          columns={3}
          firstDigit={firstDigit}
          value={draft.goods}
          options={GOODS}
          onChange={(goods) => change({ goods })}
        />
      )}
      {(isBundle || draft.goods === 'products') && (
        <ProductPicker
          label={isBundle ? words.bundleGoods : words.goodsKinds.products}
          picked={draft.products}
          error={errors.products}
          onChange={(products) => change({ products })}
        />
      )}
      {!isBundle && draft.goods === 'categories' && (
        <CategoryPicker
          picked={draft.categories}
          error={errors.categories}
          onChange={(categories) => change({ categories })}
        />
      )}
      <TextField
        label={words.units}
        hint={draft.kind === 'percent' ? words.unitsHintPercent : words.unitsHint}
        value={draft.units}
        error={errors.units}
        onChange={(units) => change({ units })}
      />
    </>
  );
}

interface CategoryPickerProps {
  readonly picked: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (picked: readonly string[]) => void;
}

function CategoryPicker({ picked, error, onChange }: CategoryPickerProps) {
  const categories = useQuery(ask.categories()).data ?? [];
  const left = categories.map(({ name }) => name).filter((name) => !picked.includes(name));
  return (
    <div className={styles.picker}>
      <ul className={styles.picked} aria-label={words.goodsKinds.categories}>
        {picked.map((name) => (
          <li key={name}>
            <span>{name}</span>
            <Button
              label={words.remove(name)}
              className={styles.bin}
              onPress={() => onChange(picked.filter((each) => each !== name))}
            >
              <Icon name="x" />
            </Button>
          </li>
        ))}
      </ul>
      <SelectField
        label={words.addCategory}
        value=""
        error={error}
        options={[
          { value: '', label: words.chooseCategory },
          ...left.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(name) => {
          if (name !== '') onChange([...picked, name]);
        }}
      />
    </div>
  );
}

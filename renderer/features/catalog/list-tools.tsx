import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { CheckField, SelectField } from '../../ui/field.tsx';
import { SearchTools } from '../../ui/search-tools.tsx';
import styles from './list.module.css';
import type { ProductFilter } from './use-product-pages.ts';

const words = id.catalog;

interface ListToolsProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly filter: ProductFilter;
  readonly onFilter: (part: Partial<ProductFilter>) => void;
  readonly onMove: (step: number) => void;
  readonly onEnter: () => void;
}

/** What narrows the list: words, a category, or only goods that can't be sold for want of a price. */
export function ListTools({ field, filter, onFilter, onMove, onEnter }: ListToolsProps) {
  const categories = useQuery(ask.categories()).data ?? [];
  return (
    <SearchTools
      field={field}
      label={words.search}
      hint={words.searchHint}
      text={filter.text}
      onText={(text) => onFilter({ text })}
      onMove={onMove}
      onEnter={onEnter}
    >
      <div className={styles.category}>
        <SelectField
          label={words.category}
          value={filter.category ?? ''}
          options={[
            { value: '', label: words.allCategories },
            ...categories.map((category) => ({
              value: category.name,
              label: words.categoryOption(category.name, formatAmount(category.products)),
            })),
          ]}
          onChange={(category) => onFilter({ category: category === '' ? null : category })}
        />
      </div>
      <CheckField
        label={words.onlyWithoutPrice}
        checked={filter.onlyWithoutPrice}
        onChange={(onlyWithoutPrice) => onFilter({ onlyWithoutPrice })}
      />
    </SearchTools>
  );
}

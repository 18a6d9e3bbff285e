import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent, RefObject } from 'react';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { CheckField, SelectField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
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
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) onMove(step);
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.tools}>
      <label className={styles.searching}>
        {words.search}
        <span className={styles.search}>
          <Icon name="search" size={22} />
          <input
            ref={field}
            type="text"
            value={filter.text}
            placeholder={words.searchHint}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- looking for a product is what the list is opened for
            autoFocus
            onChange={(event) => onFilter({ text: event.target.value })}
            onKeyDown={onKeyDown}
          />
          <KeyCap of="F2" />
        </span>
      </label>
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
      <CheckField
        label={words.onlyWithoutPrice}
        checked={filter.onlyWithoutPrice}
        onChange={(onlyWithoutPrice) => onFilter({ onlyWithoutPrice })}
      />
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

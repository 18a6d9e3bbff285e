import type { TicketSubsidy } from '../../../../shared/contract/till.ts';
import type { ConsumerCategory } from '../../../../shared/domain/programmes/rules.ts';
import { id } from '../../../../shared/i18n/id.ts';
import type { IconName } from '../../../ui/icon-paths.ts';
import { OptionKeys } from '../../../ui/option-keys.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import styles from './category-sheet.module.css';

const words = id.subsidyTill;

const ICONS: Readonly<Record<ConsumerCategory, IconName>> = {
  'rumah-tangga': 'house',
  'usaha-mikro': 'shop',
  'petani-sasaran': 'leaf',
  'nelayan-sasaran': 'fish',
};

interface CategorySheetProps {
  readonly subsidy: TicketSubsidy;
  readonly value: ConsumerCategory | null;
  readonly onChange: (category: ConsumerCategory) => void;
}

/** As what the buyer buys: only what the rules allow, by digit. */
export function CategorySheet({ subsidy, value, onChange }: CategorySheetProps) {
  const { categories } = subsidy.verdict.asks;
  if (categories.length === 0) return null;
  return (
    <Sheet label={words.category.title} className={styles.category}>
      <h2>{words.category.title}</h2>
      <OptionKeys
        label={words.category.title}
        labelHidden
        columns={4}
        value={value}
        options={categories.map((category) => ({
          value: category,
          label: words.categories[category],
          icon: ICONS[category],
        }))}
        onChange={onChange}
      />
    </Sheet>
  );
}

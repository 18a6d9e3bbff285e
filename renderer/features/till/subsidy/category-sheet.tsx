import type { TicketSubsidy } from '../../../../shared/contract/till.ts';
import type { ConsumerCategory } from '../../../../shared/domain/programmes/rules.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { Button } from '../../../ui/button.tsx';
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
  /** 5: somebody else fetches it, or does not any more; null where that is not asked. */
  readonly proxy: { readonly label: string; readonly pressed: boolean; readonly toggle: () => void } | null;
}

/** As what the buyer buys: only what the rules allow, by digit; and whether somebody else fetches it. */
export function CategorySheet({ subsidy, value, onChange, proxy }: CategorySheetProps) {
  const { categories } = subsidy.verdict.asks;
  if (categories.length === 0 && proxy === null) return null;
  return (
    <Sheet label={words.category.title} className={styles.category}>
      <div className={styles.head}>
        <h2>{categories.length > 0 ? words.category.title : words.proxy.title}</h2>
        {proxy !== null && <ProxyKey {...proxy} />}
      </div>
      {categories.length > 0 && (
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
      )}
    </Sheet>
  );
}

function ProxyKey({ label, pressed, toggle }: NonNullable<CategorySheetProps['proxy']>) {
  const help = pressed ? words.proxy.offHelp : words.proxy.openHelp;
  useActions([{ id: 'subsidy.proxy', label, help, key: '5', perform: toggle }]);
  return (
    <Button keepsFocus keyName="5" pressed={pressed} onPress={toggle} className={styles.proxy}>
      {label}
    </Button>
  );
}

import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useStoreValue } from '../../data/store.ts';
import ledger from '../../ui/ledger.module.css';
import { Money } from '../../ui/money.tsx';
import { OptionKeys } from '../../ui/option-keys.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Tag } from '../../ui/tag.tsx';
import { chooseTheme, theme } from '../../ui/theme.ts';
import { FIRST_CHOICE, SettingsFrame, type SectionProps } from './sections.tsx';
import styles from './settings.module.css';

const words = id.settings.look;

const THEMES = [
  { value: 'light', label: words.light, hint: words.lightText },
  { value: 'dark', label: words.dark, hint: words.darkText },
] as const;

/** A price only to look at. */
const SAMPLE_RP = 62_500;

/** Light paper or high contrast, with a line of a basket to judge it by. */
export function LookSection(props: SectionProps) {
  const chosen = useStoreValue(theme);
  return (
    <SettingsFrame
      {...props}
      rail={
        <Sheet padded label={words.sample} className={styles.status}>
          <h2>{words.sample}</h2>
          <table className={ledger.ledger}>
            <tbody>
              <tr>
                <td>
                  {words.sampleProduct} <Tag kind="subsidy">{words.sampleTag}</Tag>
                </td>
                <td className={ledger.num}>{formatAmount(SAMPLE_RP)}</td>
              </tr>
            </tbody>
          </table>
          <Money rp={SAMPLE_RP} size={52} final />
        </Sheet>
      }
    >
      <Sheet padded className={styles.work}>
        <OptionKeys
          label={words.theme}
          hint={words.hint}
          firstDigit={FIRST_CHOICE}
          value={chosen}
          options={THEMES}
          onChange={chooseTheme}
        />
      </Sheet>
    </SettingsFrame>
  );
}

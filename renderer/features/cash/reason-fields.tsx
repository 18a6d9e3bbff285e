import type { VarianceReason } from '../../../shared/contract/cash.ts';
import { id } from '../../../shared/i18n/id.ts';
import { OptionKeys } from '../../ui/option-keys.tsx';
import styles from './count.module.css';

const words = id.cash.result;

const REASONS = (['wrong-change', 'unrecorded-cash', 'miscount', 'unknown'] as const).map((value) => ({
  value,
  label: words.reasons[value],
}));

interface ReasonFieldsProps {
  readonly reason: VarianceReason | null;
  readonly onChoose: (reason: VarianceReason) => void;
  /** Closing was tried without a reason. */
  readonly missing: boolean;
}

/** Why the drawer differs from the books. A difference never prevents closing; it needs a reason. */
export function ReasonFields({ reason, onChoose, missing }: ReasonFieldsProps) {
  return (
    <>
      <div className={styles.why}>
        <h2>{words.reason}</h2>
        <span>{words.reasonHint}</span>
      </div>
      <OptionKeys
        labelHidden
        label={words.reasonLabel}
        error={missing && reason === null ? words.reasonMissing : undefined}
        value={reason}
        options={REASONS}
        onChange={onChoose}
      />
    </>
  );
}

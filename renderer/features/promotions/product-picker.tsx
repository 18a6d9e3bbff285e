import { id } from '../../../shared/i18n/id.ts';
import { Button } from '../../ui/button.tsx';
import { FindProduct } from '../../ui/find-product.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { PickedProduct } from './promotion-draft.ts';
import styles from './promotions.module.css';

const words = id.promotions;

interface ProductPickerProps {
  readonly label: string;
  readonly picked: readonly PickedProduct[];
  readonly error: string | undefined;
  readonly onChange: (picked: readonly PickedProduct[]) => void;
}

/** Goods chosen by name or by a scan, in the order they were chosen. */
export function ProductPicker({ label, picked, error, onChange }: ProductPickerProps) {
  return (
    <div className={styles.picker}>
      <Picked label={label} picked={picked} onChange={onChange} />
      <FindProduct label={label} error={error} onTake={(product) => onChange([...picked, product])} />
    </div>
  );
}

function Picked({ label, picked, onChange }: Omit<ProductPickerProps, 'error'>) {
  return (
    <ul className={styles.picked} aria-label={label}>
      {picked.map(({ productId, name }, at) => (
        // A bundle may hold one product twice, so its place is part of the key.
        <li key={`${productId} ${at}`}>
          <span>{name}</span>
          <Button
            label={words.remove(name)}
            className={styles.bin}
            onPress={() => onChange(picked.filter((_each, other) => other !== at))}
          >
            <Icon name="x" />
          </Button>
        </li>
      ))}
    </ul>
  );
}

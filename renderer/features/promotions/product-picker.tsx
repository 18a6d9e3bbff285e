import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { engine } from '../../data/engine.ts';
import { useScanner } from '../../keyboard/keyboard.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { say, sayRefusal } from '../../ui/messages.ts';
import type { PickedProduct } from './promotion-draft.ts';
import styles from './promotions.module.css';

const words = id.promotions;

/** Found goods shown below the field; more letters narrow them down. */
const SHOWN = 5;

interface ProductPickerProps {
  readonly label: string;
  readonly picked: readonly PickedProduct[];
  readonly error: string | undefined;
  readonly onChange: (picked: readonly PickedProduct[]) => void;
}

/** Goods chosen by name or by a scan, in the order they were chosen. */
export function ProductPicker({ label, picked, error, onChange }: ProductPickerProps) {
  const [text, setText] = useState('');
  const [row, setRow] = useState(0);
  const asked = text.trim();
  const found = useQuery({ ...ask.search(asked, SHOWN), enabled: asked !== '' }).data ?? [];
  const shown = asked === '' ? [] : found;
  const add = ({ productId, name }: PickedProduct) => {
    onChange([...picked, { productId, name }]);
    setText('');
    setRow(0);
  };
  useScanner((code) => {
    void engine.catalog.search({ text: code, limit: 1 }).then((reply) => {
      if (!reply.ok) return sayRefusal(reply.error);
      const [product] = reply.value;
      if (product === undefined)
        return say({ tone: 'attention', title: words.unknownCode(code), passing: true });
      return add(product);
    });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = shown[row];
    if (event.key === 'ArrowDown') setRow(Math.min(row + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setRow(Math.max(row - 1, 0));
    else if (event.key === 'Enter' && chosen !== undefined) add(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.picker}>
      <ul className={styles.picked} aria-label={label}>
        {picked.map(({ productId, name }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a bundle may hold one product twice
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
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows and Enter of the field within */}
      <div onKeyDown={onKeyDown}>
        <TextField
          label={label}
          placeholder={words.addProduct}
          value={text}
          error={error}
          onChange={(typed) => {
            setText(typed);
            setRow(0);
          }}
        />
      </div>
      {shown.length > 0 && (
        <ul className={styles.found}>
          {shown.map((product, at) => (
            <li key={product.productId}>
              <button
                type="button"
                tabIndex={-1}
                aria-current={at === row ? 'true' : undefined}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => add(product)}
              >
                {product.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { useScanner } from '../../../keyboard/keyboard.tsx';
import { TextField } from '../../../ui/field.tsx';
import styles from './rules.module.css';

const words = id.subsidyOffice.rules.goodsForm;

/** Found goods shown below the field; more letters narrow them down. */
const SHOWN = 6;

interface FoundProduct {
  readonly productId: string;
  readonly name: string;
}

interface ProductSearchProps {
  /** What is chosen by now; empty for nothing. */
  readonly picked: string;
  readonly error: string | undefined;
  readonly onPick: (product: FoundProduct) => void;
}

/** One product of the shop, found by words of its name or by its code. */
export function ProductSearch({ picked, error, onPick }: ProductSearchProps) {
  const [text, setText] = useState('');
  const [row, setRow] = useState(0);
  const asked = text.trim();
  const found = useQuery({ ...ask.search(asked, SHOWN), enabled: asked !== '' }).data ?? [];
  const shown = asked === '' ? [] : found;
  useScanner(setText);
  const pick = (product: FoundProduct) => {
    onPick(product);
    setText('');
    setRow(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = shown[row];
    if (event.key === 'ArrowDown') setRow(Math.min(row + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setRow(Math.max(row - 1, 0));
    else if (event.key === 'Enter' && chosen !== undefined) pick(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows and Enter of the field within */}
      <div onKeyDown={onKeyDown}>
        <TextField
          startsFocused
          label={words.product}
          placeholder={picked === '' ? words.productHint : picked}
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
                onClick={() => pick(product)}
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

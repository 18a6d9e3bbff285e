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
      <Picked label={label} picked={picked} onChange={onChange} />
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
      <Found products={shown} row={row} onAdd={add} />
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

interface FoundProps {
  readonly products: readonly PickedProduct[];
  readonly row: number;
  readonly onAdd: (product: PickedProduct) => void;
}

/** What the typed words find; the chosen row is what Enter takes. */
function Found({ products, row, onAdd }: FoundProps) {
  if (products.length === 0) return null;
  return (
    <ul className={styles.found}>
      {products.map((product, at) => (
        <li key={product.productId}>
          <button
            type="button"
            tabIndex={-1}
            aria-current={at === row ? 'true' : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onAdd(product)}
          >
            {product.name}
          </button>
        </li>
      ))}
    </ul>
  );
}

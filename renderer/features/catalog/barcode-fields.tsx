import { useState } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import { useScanner } from '../../keyboard/keyboard.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { barcodeError, type ProductDraft } from './product-draft.ts';
import styles from './product-editor.module.css';

const words = id.catalog.editor;

interface BarcodeFieldsProps {
  readonly draft: ProductDraft;
  readonly onChange: (barcodes: readonly string[]) => void;
}

/** The barcodes of a product: a scan adds one wherever the focus is. */
export function BarcodeFields({ draft, onChange }: BarcodeFieldsProps) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const add = (code: string) => {
    const wrong = barcodeError(draft, code);
    setError(wrong);
    // A misread code is left in the field, where it can be compared with the pack.
    setTyped(wrong === undefined ? '' : code);
    if (wrong === undefined) onChange([...draft.barcodes, code.trim()]);
  };
  useScanner(add);
  return (
    <section className={styles.barcodes} aria-label={words.barcodes}>
      <ul>
        {draft.barcodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
            <Button
              label={words.barcodeRemove(code)}
              className={styles.remove}
              onPress={() => onChange(draft.barcodes.filter((held) => held !== code))}
            >
              <Icon name="trash" />
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.adding}>
        <TextField
          label={draft.barcodes.length === 0 ? words.barcodeNone : words.barcodes}
          placeholder={words.barcodeAdd}
          inputMode="numeric"
          maxLength={14}
          value={typed}
          error={error}
          onChange={(text) => {
            setTyped(text);
            setError(undefined);
          }}
        />
        <Button disabled={typed === ''} onPress={() => add(typed)}>
          {words.barcodeAddButton}
        </Button>
      </div>
    </section>
  );
}

import { useState } from 'react';
import type { Product } from '../../../shared/contract/catalog.ts';
import { readGtin } from '../../../shared/domain/barcode.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useScanner } from '../../keyboard/keyboard.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { digitsOf } from '../../ui/field-checks.ts';
import { Icon } from '../../ui/icon.tsx';
import ledger from '../../ui/ledger.module.css';
import { say } from '../../ui/messages.ts';
import { Cell, CellField } from './cell-field.tsx';
import { MOST_BARCODES } from './product-draft.ts';
import { placeOf, type PackDraft, type TermsErrors } from './terms-draft.ts';
import styles from './terms.module.css';

const words = id.catalog.terms;
const barcodeWords = id.catalog.editor.errors;

interface PackTableProps {
  readonly product: Product;
  readonly packs: readonly PackDraft[];
  readonly errors: TermsErrors;
  readonly onChange: (key: number, part: Partial<PackDraft>) => void;
  readonly onRemove: (key: number) => void;
}

/** The units a product comes in. A scan goes to the pack that was worked on last. */
export function PackTable({ product, packs, errors, onChange, onRemove }: PackTableProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const target = packs.find((pack) => pack.key === chosen) ?? packs.at(-1);
  const [typed, setTyped] = useState<{ readonly key: number; readonly text: string } | null>(null);
  const [wrong, setWrong] = useState<{ readonly key: number; readonly text: string } | null>(null);
  const add = (pack: PackDraft, code: string) => {
    const error = codeError(product, packs, code);
    setWrong(error === undefined ? null : { key: pack.key, text: error });
    // A misread code is left in the field, where it can be compared with the pack.
    setTyped(error === undefined ? null : { key: pack.key, text: code });
    if (error === undefined) onChange(pack.key, { barcodes: [...pack.barcodes, code.trim()] });
  };
  useScanner((code) => {
    if (target === undefined) say({ tone: 'attention', title: words.scanFirst });
    else add(target, code);
  });
  if (packs.length === 0) return <p className={styles.note}>{words.noUnits}</p>;
  return (
    <table className={classNames(ledger.ledger, styles.table)}>
      <thead>
        <tr>
          <th className={styles.unit}>{words.columns.unit}</th>
          <th className={classNames(styles.content, ledger.num)}>{words.contentOf(product.unit)}</th>
          <th className={styles.plu}>{words.columns.plu}</th>
          <th>{words.columns.barcodes}</th>
          <th className={styles.remove}>
            <span className="sr-only">{words.columns.remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {packs.map((pack) => (
          <PackRow
            key={pack.key}
            pack={pack}
            errors={errors}
            code={typed?.key === pack.key ? typed.text : ''}
            codeWrong={wrong?.key === pack.key ? wrong.text : undefined}
            onCode={(text) => {
              setTyped({ key: pack.key, text });
              setWrong(null);
            }}
            onAddCode={(code) => add(pack, code)}
            onChoose={() => setChosen(pack.key)}
            onChange={(part) => onChange(pack.key, part)}
            onRemove={() => onRemove(pack.key)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Why a code can't be added to any pack; a code names one unit. */
function codeError(product: Product, packs: readonly PackDraft[], code: string): string | undefined {
  const read = readGtin(code);
  if (!read.ok) return barcodeWords.barcode[read.why];
  const held = [product.barcodes, ...packs.map((pack) => pack.barcodes)].flat();
  if (held.length >= MOST_BARCODES * (packs.length + 1)) return barcodeWords.barcodeMany;
  const same = held.some((other) => {
    const known = readGtin(other);
    return known.ok && known.gtin14 === read.gtin14;
  });
  return same ? barcodeWords.barcodeTwice : undefined;
}

interface PackRowProps {
  readonly pack: PackDraft;
  readonly errors: TermsErrors;
  readonly code: string;
  readonly codeWrong: string | undefined;
  readonly onCode: (typed: string) => void;
  readonly onAddCode: (code: string) => void;
  readonly onChoose: () => void;
  readonly onChange: (part: Partial<PackDraft>) => void;
  readonly onRemove: () => void;
}

function PackRow(props: PackRowProps) {
  const { pack, errors, code, codeWrong, onCode, onAddCode, onChoose, onChange, onRemove } = props;
  const name = pack.unit === '' ? words.newUnit : pack.unit;
  const labelOf = (column: string) => words.field(column, name);
  return (
    <tr onFocus={onChoose}>
      <CellField
        label={labelOf(words.columns.unit)}
        value={pack.unit}
        maxLength={20}
        startsFocused={pack.unit === ''}
        error={errors[placeOf('pack', pack.key, 'unit')]}
        onChange={(unit) => onChange({ unit })}
      />
      <CellField
        label={labelOf(words.columns.content)}
        value={pack.content}
        inputMode="decimal"
        figures
        error={errors[placeOf('pack', pack.key, 'content')]}
        onChange={(content) => onChange({ content })}
      />
      <CellField
        label={labelOf(words.columns.plu)}
        value={pack.plu}
        inputMode="numeric"
        onChange={(typed) => onChange({ plu: digitsOf(typed, 6) })}
      />
      <Cell error={codeWrong}>
        <ul className={styles.codes}>
          {pack.barcodes.map((held) => (
            <li key={held}>
              <code>{held}</code>
              <Button
                label={words.barcodeRemove(held)}
                className={styles.bin}
                onPress={() => onChange({ barcodes: pack.barcodes.filter((each) => each !== held) })}
              >
                <Icon name="x" />
              </Button>
            </li>
          ))}
        </ul>
        <input
          type="text"
          aria-label={labelOf(words.columns.barcodes)}
          className={styles.input}
          inputMode="numeric"
          maxLength={14}
          autoComplete="off"
          placeholder={words.scanHere}
          value={code}
          onChange={(event) => onCode(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || code.trim() === '') return;
            event.preventDefault();
            onAddCode(code);
          }}
        />
      </Cell>
      <td className={styles.cell}>
        <Button label={words.removeUnit(name)} className={styles.bin} onPress={onRemove}>
          <Icon name="trash" />
        </Button>
      </td>
    </tr>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import type { Product } from '../../../shared/contract/catalog.ts';
import { formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './scan-box.module.css';
import { optionId, RESULTS_ID, SearchList, useSearch } from './search-list.tsx';
import { readTyped } from './typed.ts';
import type { Basket } from './use-basket.ts';

interface ScanBoxProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly basket: Basket;
}

/** The field that is always ready: takes scans, codes, names and `12*`. */
export function ScanBox({ field, text, onText, basket }: ScanBoxProps) {
  const typed = readTyped(text);
  const searching = typed.kind === 'search' ? typed.text : '';
  const search = useSearch(searching);
  const enter = useEnter(text, onText, basket, search.chosen);
  const [at, move] = [search.at, search.move];
  useActions(text === '' ? [] : [clearAction(() => onText(''))]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void enter();
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else return;
    event.preventDefault();
  };

  const open = searching !== '' && search.products !== undefined;
  return (
    <div className={styles.box}>
      <Icon name="barcode" size={26} />
      <input
        ref={field}
        value={text}
        className={styles.input}
        role="combobox"
        aria-label={id.till.scan.label}
        aria-expanded={open}
        aria-controls={RESULTS_ID}
        aria-autocomplete="list"
        {...(open && search.chosen ? { 'aria-activedescendant': optionId(at) } : {})}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        placeholder={id.till.scan.placeholder}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {typed.kind === 'quantity' ? (
        <span className={styles.next}>
          <b>{id.till.scan.times(formatQuantity(typed.quantity))}</b>
          {id.till.scan.timesNext}
        </span>
      ) : (
        <KeyCap of="F2" />
      )}
      {open && (
        <SearchList
          search={search}
          text={searching}
          onPick={(product) => {
            onText('');
            basket.add(product.productId, typed.kind === 'search' ? typed.quantity : null);
          }}
        />
      )}
    </div>
  );
}

/** What Enter does: adds what the list offers, looks up a code, or changes the chosen line's quantity. */
function useEnter(text: string, onText: (text: string) => void, basket: Basket, chosen: Product | undefined) {
  const client = useQueryClient();
  const [asking, setAsking] = useState<string | null>(null);
  return async () => {
    const typed = readTyped(text);
    if (typed.kind === 'nothing' || asking === text) return;
    if (typed.kind === 'quantity') {
      if (basket.current !== undefined) basket.setQuantity(basket.current, typed.quantity);
      onText('');
    } else if (typed.kind === 'code') {
      basket.scan(typed.code, typed.quantity);
      onText('');
    } else if (chosen !== undefined) {
      basket.add(chosen.productId, typed.quantity);
      onText('');
    } else {
      // Enter came before the list did. Only a single hit is sure to be what was meant.
      setAsking(text);
      const found = await client.query(ask.search(typed.text)).finally(() => setAsking(null));
      const [only, ...others] = found;
      if (only === undefined || others.length > 0) return;
      basket.add(only.productId, typed.quantity);
      onText('');
    }
  };
}

function clearAction(clear: () => void) {
  return {
    id: 'till.clear-scan',
    label: id.till.action.abandon,
    help: id.till.action.abandonHelp,
    key: 'Escape',
    perform: clear,
  };
}

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- HTML has no element for the list of a combobox */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Product } from '../../../shared/contract/catalog.ts';
import { shortUnit } from '../../../shared/documents/unit-short-forms.ts';
import { formatAmount, formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import styles from './search-list.module.css';

/** The element that the scan box controls while someone types a name. */
export const RESULTS_ID = 'till-results';

/** The element id of one offered product. */
export function optionId(at: number): string {
  return `${RESULTS_ID}-${at}`;
}

/** A search in the catalogue while it is being typed. */
export interface Search {
  readonly products: readonly Product[] | undefined;
  /** Which of them the arrows stand on. */
  readonly at: number;
  readonly move: (step: 1 | -1) => void;
  /** The product Enter takes; none while the list still shows what an older text found. */
  readonly chosen: Product | undefined;
}

/** Searches while `text` is not empty. */
export function useSearch(text: string): Search {
  const { data, isPlaceholderData } = useQuery({
    ...ask.search(text),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const [stand, setStand] = useState({ text: '', at: 0 });
  const products = text === '' ? undefined : data;
  const count = products?.length ?? 0;
  // Another text is another list, and a list begins at its top.
  const at = stand.text === text ? Math.min(stand.at, Math.max(0, count - 1)) : 0;
  return {
    products,
    at,
    move: (step) => setStand({ text, at: Math.min(Math.max(0, at + step), Math.max(0, count - 1)) }),
    chosen: isPlaceholderData ? undefined : products?.[at],
  };
}

interface SearchListProps {
  readonly search: Search;
  readonly text: string;
  readonly onPick: (product: Product) => void;
}

/** What the catalogue offers, floating under the scan box. Arrows choose, Enter or a tap takes. */
export function SearchList({ search, text, onPick }: SearchListProps) {
  const { products = [], at } = search;
  if (products.length === 0) return <output className={styles.nothing}>{id.till.scan.nothing(text)}</output>;
  return (
    <div id={RESULTS_ID} className={styles.list} role="listbox" aria-label={id.till.scan.results}>
      {products.map((product, index) => (
        <Offer
          key={product.productId}
          product={product}
          elementId={optionId(index)}
          chosen={index === at}
          onPick={() => onPick(product)}
        />
      ))}
    </div>
  );
}

interface OfferProps {
  readonly product: Product;
  readonly elementId: string;
  readonly chosen: boolean;
  readonly onPick: () => void;
}

function Offer({ product, elementId, chosen, onPick }: OfferProps) {
  const { name, unit, priceRp, onHandThousandths } = product;
  return (
    // The arrows and Enter reach it through the scan box, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={elementId}
      ref={chosen ? intoView : null}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={styles.offer}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span className={styles.name}>{name}</span>
      <span className={styles.stock}>
        {id.till.scan.stock(formatQuantity(onHandThousandths), shortUnit(unit))}
      </span>
      <span className={styles.price}>{priceRp === null ? id.till.scan.noPrice : formatAmount(priceRp)}</span>
    </div>
  );
}

function intoView(element: HTMLDivElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

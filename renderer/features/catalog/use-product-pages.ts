import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { Product } from '../../../shared/contract/catalog.ts';
import { ask } from '../../data/ask.ts';

/** Products asked for at once: a few screens of rows. */
const PAGE = 100;

/** Which part of the catalogue is shown. */
export interface ProductFilter {
  readonly text: string;
  readonly category: string | null;
  readonly onlyWithoutPrice: boolean;
}

/** The rows that are in sight, first and last. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

export interface ProductPages {
  /** `undefined` until the first answer. */
  readonly total: number | undefined;
  readonly error: Error | null;
  /** The product in a row; `undefined` while its page is on the way. */
  readonly at: (row: number) => Product | undefined;
}

/** A catalogue of any size, of which only the pages in sight are asked for. */
export function useProductPages(filter: ProductFilter, range: RowRange): ProductPages {
  const head = useQuery({ ...pageOf(filter, 0), placeholderData: keepPreviousData });
  const firstPage = Math.floor(range.first / PAGE);
  const wanted = Array.from(
    { length: Math.floor(range.last / PAGE) - firstPage + 1 },
    (_, index) => firstPage + index,
  );
  const pages = useQueries({ queries: wanted.map((page) => pageOf(filter, page)) });
  return {
    total: head.data?.total,
    error: head.error,
    at: (row) => {
      const page = Math.floor(row / PAGE);
      const products = page === 0 ? head.data?.products : pages[page - firstPage]?.data?.products;
      return products?.[row % PAGE];
    },
  };
}

function pageOf(filter: ProductFilter, page: number) {
  return ask.products({ ...filter, offset: page * PAGE, limit: PAGE });
}

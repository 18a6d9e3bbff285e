import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type RefObject } from 'react';

/** Heights in pixels, as the ledger draws them: a row, and the head that stays in sight. */
const ROW = 44;
const HEAD = 30;

/** The part of a long list that is drawn. */
export interface RowsInSight {
  readonly frame: RefObject<HTMLDivElement | null>;
  /** How many rows there are, drawn or not. */
  readonly total: number;
  /** The rows to draw, from nought. */
  readonly rows: readonly number[];
  /** Pixels of the rows above and below that are not drawn. */
  readonly above: number;
  readonly below: number;
}

/** Which rows of a list of any length are in sight, for a `ListTable`. `row` is kept among them. */
export function useRowsInSight(total: number, row: number): RowsInSight {
  const frame = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- what it returns stays in this hook
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  });
  useEffect(() => {
    if (row < total) virtual.scrollToIndex(row);
  }, [virtual, row, total]);
  const items = virtual.getVirtualItems();
  return {
    frame,
    total,
    rows: items.map(({ index }) => index),
    above: (items[0]?.start ?? HEAD) - HEAD,
    below: virtual.getTotalSize() + HEAD - (items.at(-1)?.end ?? HEAD),
  };
}

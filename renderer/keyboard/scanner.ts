/** What a screen does with a scanned code; `pass` leaves it to whoever stands below. */
export type ScanHandler = (code: string) => 'pass' | void;

interface Taker {
  readonly order: number;
  readonly handler: ScanHandler;
}

/** Brings scanned codes to whoever stands highest among those that want them. */
export interface ScanRouter {
  /** @param order higher goes first, as with scopes of actions */
  readonly take: (order: number, handler: ScanHandler) => () => void;
  readonly give: (code: string) => void;
  /** Whether codes are caught at all: before anyone has signed in they are not. */
  readonly listening: () => boolean;
}

/** Makes a router without takers. */
export function createScanRouter(): ScanRouter {
  const takers: Taker[] = [];
  return {
    take: (order, handler) => {
      const taker = { order, handler };
      takers.push(taker);
      takers.sort((one, other) => one.order - other.order);
      return () => {
        takers.splice(takers.indexOf(taker), 1);
      };
    },
    give: (code) => {
      for (const taker of takers.toReversed()) {
        if (taker.handler(code) !== 'pass') return;
      }
    },
    listening: () => takers.length > 0,
  };
}

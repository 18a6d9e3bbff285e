/** What a screen does with a scanned code. */
export type ScanHandler = (code: string) => void;

/** Brings scanned codes to whoever wants them: the screen that asked last. */
export interface ScanRouter {
  readonly take: (handler: ScanHandler) => () => void;
  readonly give: ScanHandler;
  /** Whether codes are caught at all: before anyone has signed in they are not. */
  readonly listening: () => boolean;
}

/** Makes a router without takers. */
export function createScanRouter(): ScanRouter {
  const takers: ScanHandler[] = [];
  return {
    take: (handler) => {
      takers.push(handler);
      return () => {
        takers.splice(takers.indexOf(handler), 1);
      };
    },
    give: (code) => takers.at(-1)?.(code),
    listening: () => takers.length > 0,
  };
}

/** A scanner that is plugged in. */
export interface FoundScanner {
  /** The system's name for it, to open it by. */
  readonly path: string;
  readonly vendorId: number;
}

/** What a connection tells. After `gone` it tells nothing more. */
export interface ScannerEvents {
  /** One report, its id first. */
  readonly report: (bytes: Uint8Array) => void;
  /** Unplugged, or no longer readable. */
  readonly gone: () => void;
}

/** An open scanner. */
export interface ScannerConnection {
  close(): Promise<void>;
}

/** USB scanners as the engine sees them, so that a test can plug and unplug them. */
export interface HidPort {
  /** Scanners in HID POS mode that are plugged in now. Not to be asked while one is connected. */
  scanners(): Promise<FoundScanner[]>;
  /** Opens a scanner; rejects where the system refuses it. */
  open(scanner: FoundScanner, events: ScannerEvents): Promise<ScannerConnection>;
  /**
   * Calls back whenever some device came or went; returns how to stop. Undefined where the system
   * does not say: then it has to be asked now and then.
   */
  readonly watch: ((changed: () => void) => () => void) | undefined;
}

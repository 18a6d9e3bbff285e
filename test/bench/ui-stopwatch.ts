/**
 * The stopwatch inside the page. It is put there before anything else runs, so that it sees every
 * key first; everything in `installStopwatch` runs in the browser and may use nothing from outside.
 */

/** When what happened on the way from a key to the screen, in milliseconds of one clock. */
export interface KeyToPaint {
  /** The system's stamp on the last key, before any script ran. */
  readonly key: number;
  /** The call to the engine went out. */
  readonly sent: number;
  /** Its reply was there. */
  readonly answered: number;
  /** The frame that shows it was drawn: styled, laid out and painted. */
  readonly painted: number;
  /** That frame was put on the screen, as the browser says (Element Timing, in steps of 4 ms); NaN where it does not say. */
  readonly shown: number;
}

interface Stopwatch {
  /** Resolves when a line more is painted than there is now, with certain words on it. */
  readonly nextLine: (words?: string) => Promise<KeyToPaint>;
  /** Resolves when the list that answers a search is painted; `null` where it looks as before. */
  readonly nextList: (text: string) => Promise<KeyToPaint | null>;
}

declare global {
  interface Window {
    stopwatch: Stopwatch;
  }
}

/** Runs in the page. */
export function installStopwatch(): void {
  let key = 0;
  const last = new Map<string, { sent: number; answered: number }>();
  window.addEventListener(
    'keydown',
    (event) => {
      // What the till types itself, held back and then given to a field, is no key of a person.
      if (event.isTrusted) key = event.timeStamp;
    },
    { capture: true },
  );

  // Every line to the engine is timed: what goes out, and the reply as soon as its last byte is there.
  const Line = window.WebSocket;
  window.WebSocket = class extends Line {
    readonly #sent = new Map<number, { name: string; sent: number }>();

    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      // Before any listener of the page's own.
      this.addEventListener('message', ({ data }) => {
        const answered = performance.now();
        const { kind, id } = JSON.parse(data);
        const call = kind === 'reply' ? this.#sent.get(id) : undefined;
        if (call !== undefined) last.set(call.name, { sent: call.sent, answered });
      });
    }

    override send(data: string): void {
      const { id, envelope } = JSON.parse(data);
      const { procedure, input } = envelope;
      const name: string = procedure === 'catalog.search' ? `${procedure} ${input.text}` : procedure;
      this.#sent.set(id, { name, sent: performance.now() });
      super.send(data);
    }
  };

  /**
   * The frame callback runs before the change is drawn, and the first task behind it when style, layout
   * and paint of that frame are done. Waiting for the next frame's callback would add up to a frame in
   * which nothing is drawn any more.
   */
  const drawn = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(performance.now()), { once: true });
        port1.start();
        port2.postMessage(null);
      });
    });
  const lines = () => document.querySelectorAll('table[aria-label="Keranjang"] tbody tr');
  /** When the text of an element came to the screen. To be asked before it is drawn. */
  const onScreen = (element: Element | null | undefined) =>
    new Promise<number>((resolve) => {
      element?.setAttribute('elementtiming', 'line');
      const watch = new PerformanceObserver((list) => {
        watch.disconnect();
        resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN);
      });
      watch.observe({ type: 'element' });
      setTimeout(() => resolve(Number.NaN), 1000);
    });
  const changed = (isIt: (changes: MutationRecord[]) => boolean) =>
    new Promise<void>((resolve) => {
      const watch = new MutationObserver((changes) => {
        if (!isIt(changes)) return;
        watch.disconnect();
        resolve();
      });
      watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    });

  window.stopwatch = {
    nextLine: async (words = '') => {
      const before = lines().length;
      last.delete('till.scan');
      let shown = Promise.resolve(Number.NaN);
      const come = changed(() => {
        const now = lines();
        if (now.length <= before || [...now].at(-1)?.textContent.includes(words) !== true) return false;
        shown = onScreen([...now].at(-1)?.querySelector('td:last-child'));
        return true;
      });
      const never = new Promise<never>((_, reject) => {
        setTimeout(() => reject(new Error(`no new line: ${document.body.innerText}`)), 15_000);
      });
      await Promise.race([come, never]);
      const painted = await drawn();
      const { sent, answered } = last.get('till.scan') ?? { sent: key, answered: key };
      return { key, sent, answered, painted, shown: await shown };
    },
    nextList: async (text) => {
      const name = `catalog.search ${text}`;
      last.delete(name);
      // The list hangs below the scan box, beside its field.
      const box = document.querySelector('[role="combobox"]')?.parentElement;
      const inList = (change: MutationRecord) => box?.contains(change.target) === true;
      const shown = changed((changes) => last.has(name) && changes.some(inList)).then(drawn);
      const never = new Promise<null>((resolve) => {
        setTimeout(() => resolve(null), 1000);
      });
      const painted = await Promise.race([shown, never]);
      const times = last.get(name);
      return painted === null || times === undefined ? null : { key, ...times, painted, shown: Number.NaN };
    },
  };
}

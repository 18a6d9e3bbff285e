import type { Page } from 'playwright-core';

/**
 * Holds the calls of one procedure back on their way to the till, as a busy computer does.
 * @returns sends them, and holds back no more
 */
export async function holdBack(page: Page, procedure: string): Promise<() => Promise<void>> {
  await page.evaluate((wanted) => {
    const send = Reflect.get(WebSocket.prototype, 'send');
    const held: (() => void)[] = [];
    WebSocket.prototype.send = function (this: WebSocket, data: string) {
      const go = (): void => Reflect.apply(send, this, [data]);
      if (data.includes(wanted)) held.push(go);
      else go();
    };
    const letGo = () => {
      WebSocket.prototype.send = send;
      for (const go of held) go();
    };
    window.addEventListener('let-go', letGo, { once: true });
  }, `"${procedure}"`);
  return () =>
    page.evaluate(() => {
      window.dispatchEvent(new Event('let-go'));
    });
}

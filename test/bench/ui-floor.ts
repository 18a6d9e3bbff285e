import type { Page } from 'playwright-core';

/** A page with a table and nothing else, at the till's own address so that it may call its engine. */
const EMPTY_PAGE = '<!doctype html><title>floor</title><table aria-label="Keranjang"><tbody></tbody></table>';

/** How the floor page reaches the engine: the launch's token and a cashier's session. */
export interface FloorAccess {
  readonly token: string;
  readonly session: string;
}

/**
 * Turns a page into the least a scan can cost in a browser: keys are gathered by hand, Enter asks the
 * engine (or nobody), and the reply becomes one row of text. It parses no more than JSON, checks
 * nothing, holds nothing back and draws nothing else.
 * @param access left out: the row is written without asking anybody
 */
export async function openFloor(page: Page, origin: string, access: FloorAccess | null): Promise<void> {
  const address = `${origin}/floor`;
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: EMPTY_PAGE }));
  await page.goto(address);
  await page.evaluate(listen, access);
}

/** Runs in the page. */
function listen(access: FloorAccess | null): void {
  const table = document.querySelector('tbody')!;
  const add = (text: string) => {
    table.insertRow().insertCell().textContent = text;
  };
  const ask = async (code: string, { token, session }: FloorAccess) => {
    const commandId = crypto.randomUUID();
    const call = { procedure: 'till.scan', input: { code, quantityThousandths: 1000 }, session, commandId };
    const response = await fetch('/rpc', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(call),
    });
    const reply = await response.json();
    if (reply.ok !== true) throw new Error(`the floor's scan was refused: ${JSON.stringify(reply)}`);
    const { ticket, lineId } = reply.value;
    add(ticket.lines.find((line: { lineId: string }) => line.lineId === lineId).name);
  };
  let code = '';
  window.addEventListener('keydown', ({ key }) => {
    if (key !== 'Enter') {
      code += key;
      return;
    }
    const whole = code;
    code = '';
    if (access === null) add(whole);
    else void ask(whole, access);
  });
}

import type { Page } from 'playwright-core';

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
  // A page of the till's own address, which alone may call its engine: the words "not found".
  await page.goto(`${origin}/floor`);
  await page.evaluate(listen, access);
}

/** Runs in the page; resolves when keys will be heard. */
async function listen(access: FloorAccess | null): Promise<void> {
  const page = document.createElement('table');
  page.ariaLabel = 'Keranjang';
  document.body.replaceChildren(page);
  const table = page.createTBody();
  const add = (text: string) => {
    table.insertRow().insertCell().textContent = text;
  };
  const openLine = async ({ token, session }: FloorAccess) => {
    const line = new WebSocket(`ws://${location.host}/line`, ['gerai.line.v1', token]);
    let calls = 0;
    await new Promise<void>((ready, refused) => {
      line.addEventListener('close', () => refused(new Error('the line to the till was not opened')));
      line.addEventListener('message', ({ data }) => {
        const message = JSON.parse(data);
        if (message.kind === 'ready') ready();
        if (message.kind !== 'reply') return;
        if (message.reply.ok !== true) throw new Error(`the floor's scan was refused: ${data}`);
        const { ticket, lineId } = message.reply.value;
        add(ticket.lines.find((each: { lineId: string }) => each.lineId === lineId).name);
      });
    });
    return (code: string) => {
      const input = { code, quantityThousandths: 1000 };
      const envelope = { procedure: 'till.scan', input, session, commandId: crypto.randomUUID() };
      line.send(JSON.stringify({ id: (calls += 1), envelope }));
    };
  };
  const take = access === null ? add : await openLine(access);
  let code = '';
  window.addEventListener('keydown', ({ key }) => {
    if (key !== 'Enter') {
      code += key;
      return;
    }
    const whole = code;
    code = '';
    take(whole);
  });
}

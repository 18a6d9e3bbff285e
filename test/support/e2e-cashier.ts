import type { Person } from './e2e-person.ts';

/** The lines of the basket as they stand on the screen: `2 bks Indomie Goreng Jumbo 8.000`. */
export async function basketOf(cashier: Person): Promise<string[]> {
  const rows = cashier.page.getByRole('table', { name: 'Keranjang' }).locator('tbody tr');
  return rows.evaluateAll((lines) =>
    lines.map((line) => {
      const [, what, quantity, unit, , amount] = [...line.querySelectorAll('td')].map(
        (cell) => cell.innerText,
      );
      return `${quantity} ${unit} ${what?.split('\n')[0]} ${amount}`;
    }),
  );
}

/** Waits until the sale is stored and the change is on the screen. */
export async function isPaid(cashier: Person): Promise<void> {
  await cashier.page.getByRole('main', { name: 'Lunas' }).waitFor();
}

/** What a named part of the screen says, its lines as one. */
export async function reads(person: Person, part: string): Promise<string> {
  const text = await person.page.getByRole('region', { name: part, exact: true }).first().innerText();
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** What stands beside a name in a list of facts: how much was expected, when it was sent. */
export function factOf(person: Person, name: string): Promise<string> {
  const row = person.page.locator('dl > div').filter({ has: person.page.getByText(name, { exact: true }) });
  return row.locator('dd').first().innerText();
}

/** Walks down the list under the scan box until it stands on a product. */
export async function walksTo(cashier: Person, product: string): Promise<void> {
  const offer = cashier.page.getByRole('option', { name: product });
  await offer.waitFor();
  const offers = await cashier.page.getByRole('option').count();
  for (let step = 0; step < offers; step++) {
    if ((await offer.getAttribute('aria-selected')) === 'true') return;
    await cashier.press('ArrowDown');
  }
  throw new Error(`the arrows do not reach ${product}`);
}

/** Who stands on a list of people, each with their role. */
export async function peopleOn(person: Person, list: string): Promise<string[]> {
  const cards = await person.page.getByRole('list', { name: list }).getByRole('button').allInnerTexts();
  return cards.map((card) => card.split('\n').slice(0, 2).join(' '));
}

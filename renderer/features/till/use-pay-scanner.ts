import { useRef, type RefObject } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useScanner } from '../../keyboard/keyboard.tsx';
import { say } from '../../ui/messages.ts';
import type { Basket } from './use-basket.ts';

/**
 * What a scan means while the money is being taken: a member's card attaches the member, at any
 * moment; goods are refused in words, for the total would change under the buyer's money. What comes
 * while the sale is being stored is kept for the next basket.
 * @param storing whether the sale is on its way
 */
export function usePayScanner(basket: Basket, storing: boolean): RefObject<string[]> {
  const held = useRef<string[]>([]);
  useScanner((code) => {
    if (storing) held.current.push(code);
    else void takeCard(basket, code);
  });
  return held;
}

async function takeCard(basket: Basket, code: string): Promise<void> {
  const found = await engine.members.search({ text: code, limit: 1 });
  const member = found.ok ? found.value.find(({ cardCodes }) => cardCodes.includes(code)) : undefined;
  if (member === undefined) {
    say({ tone: 'refused', title: id.pay.scanned(code), text: id.pay.scannedText });
    return;
  }
  const { ok } = await basket.setBuyer({ memberId: member.memberId, buyerId: null });
  if (ok) say({ tone: 'done', icon: 'user', title: id.ticketBuyer.attached(member.name) });
}

import { useEffect, useRef, type RefObject } from 'react';
import { formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useScanner } from '../../keyboard/keyboard.tsx';
import { say } from '../../ui/messages.ts';
import type { Basket, Heard } from './use-basket.ts';
import { nameOf, useTicketBuyer } from './use-ticket-buyer.ts';

const NOBODY = { memberId: null, buyerId: null, tier: 'umum', tierBy: 'default' } as const;

/**
 * What a scan means while the money is being taken: the same as before. A buyer who lays one more
 * thing on the counter has it added, and the new total is said; a member's card attaches the member.
 * What comes while the sale is being stored is kept for the next basket.
 * @param storing whether the sale is on its way
 */
export function usePayScanner(basket: Basket, storing: boolean): RefObject<string[]> {
  const held = useRef<string[]>([]);
  useScanner((code) => {
    if (storing) held.current.push(code);
    else basket.scan(code, null);
  });
  useSaidChange(basket);
  return held;
}

/** The basket is not on this screen, so that what changes it is said. */
function useSaidChange({ heard, ticket }: Basket): void {
  const said = useRef<Heard | null>(heard);
  const totalRp = ticket?.totalRp ?? 0;
  const attached = useTicketBuyer(ticket?.buyer ?? NOBODY);
  const member = attached?.kind === 'member' ? attached.member : null;
  useEffect(() => {
    if (heard === said.current) return;
    // A ticket holds no name; whose it is by now is known a moment later.
    if (heard?.kind === 'member' && member?.memberId !== heard.memberId) return;
    said.current = heard;
    if (heard?.kind === 'added') {
      say({
        tone: 'done',
        icon: 'check',
        title: id.pay.added(heard.line.name),
        text: id.pay.newTotal(formatRupiah(totalRp)),
      });
    }
    if (heard?.kind === 'member' && member !== null) {
      say({
        tone: 'done',
        icon: 'user',
        title: id.ticketBuyer.attached(nameOf(member)),
        text: id.pay.newTotal(formatRupiah(totalRp)),
      });
    }
  }, [heard, totalRp, member]);
}

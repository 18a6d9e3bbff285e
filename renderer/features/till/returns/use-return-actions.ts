import { useQueryClient } from '@tanstack/react-query';
import { returnSubject } from '../../../../shared/domain/returns.ts';
import { rupiah } from '../../../../shared/domain/money.ts';
import type { OutputOf } from '../../../../shared/contract/define.ts';
import type { returnsContract, ReturnableSale } from '../../../../shared/contract/returns.ts';
import { formatRupiah } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { Refusal } from '../../../data/refusal.ts';
import { useCommand } from '../../../data/use-command.ts';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { shortReceipt } from '../receipt-number.ts';
import { useApproved } from '../use-approved.ts';
import { goodsOf, reasonOf, type Goods, type ReturnDraft } from './return-draft.ts';
import { chosenWay, needsReference, previewOf, type Preview, type PreviewWay } from './preview.ts';

const words = id.returns;

export type Returned = OutputOf<(typeof returnsContract)['complete']>;

interface Ready {
  readonly sale: ReturnableSale;
  readonly draft: ReturnDraft;
}

interface Ends {
  readonly onReturned: (returned: Returned) => void;
  /** The goods are set against the ticket; selling goes on. */
  readonly onExchanging: () => void;
}

/** The two ends of a return: paid back, or set against other goods. */
export function useReturnActions(ready: Ready, ends: Ends) {
  const complete = useCommand(engine.returns.complete);
  const begin = useCommand(engine.till.beginExchange);
  const approved = useApproved();
  const client = useQueryClient();
  const { sale, draft } = ready;

  /** What these very goods come to: fast fingers may be ahead of what stands on the screen. */
  const worthOf = async (goods: Goods): Promise<Preview | undefined> => {
    try {
      return await client.query({ ...previewOf(goods), staleTime: 'static' });
    } catch (error) {
      if (error instanceof Refusal) sayRefusal(error.fault);
      else throw error;
      return undefined;
    }
  };

  const payBack = async () => {
    const goods = checkedGoods(ready);
    const preview = goods === undefined ? undefined : await worthOf(goods);
    const way = preview === undefined ? undefined : chosenWay(preview, draft);
    if (goods === undefined || preview === undefined || way === undefined) return;
    if (needsReference(way) && draft.reference.trim() === '') return sayOpen('reference');
    const refund = refundOf(way, draft.reference.trim());
    const subject = returnSubject(sale.saleId, goods.lines, rupiah(preview.totalRp));
    const reply = await approved(subject, (approvalId) =>
      complete.run({ ...goods, approvalId, refund, refundRp: way.refundRp }),
    );
    if (reply === null) return sayNotApproved();
    if (!reply.ok) return sayRefusal(reply.error);
    ends.onReturned(reply.value);
  };

  const exchange = async () => {
    const goods = checkedGoods(ready);
    const preview = goods === undefined ? undefined : await worthOf(goods);
    if (goods === undefined || preview === undefined) return;
    const subject = returnSubject(sale.saleId, goods.lines, rupiah(preview.totalRp));
    const reply = await approved(subject, (approvalId) => begin.run({ ...goods, approvalId }));
    if (reply === null) return sayNotApproved();
    if (!reply.ok) return sayRefusal(reply.error);
    const amount = formatRupiah(reply.value.exchange?.totalRp ?? 0);
    say({
      tone: 'done',
      title: words.exchanging(shortReceipt(sale.receipt), amount),
      text: words.exchangingText,
    });
    ends.onExchanging();
  };

  return { payBack, exchange, pending: complete.pending || begin.pending };
}

/** What comes back, where everything that has to be said has been said. */
function checkedGoods({ sale, draft }: Ready): Goods | undefined {
  const goods = goodsOf(sale, draft);
  if (goods === null) sayOpen('goods');
  else if (reasonOf(sale, draft) === null) sayOpen('reason');
  else if (draft.reason === 'other' && draft.note.trim() === '') sayOpen('note');
  else return goods;
  return undefined;
}

function sayOpen(what: 'goods' | 'reason' | 'note' | 'reference'): void {
  const { missing } = words;
  say({ tone: 'refused', passing: true, title: missing[what], text: missing[`${what}Text`] });
}

function sayNotApproved(): void {
  say({ tone: 'attention', passing: true, title: words.notApproved });
}

function refundOf({ kind }: PreviewWay, reference: string) {
  return kind === 'qris' || kind === 'transfer' || kind === 'card' ? { kind, reference } : { kind };
}

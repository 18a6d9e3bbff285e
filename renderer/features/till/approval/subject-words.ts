import { useQuery } from '@tanstack/react-query';
import type { ApprovalSubject } from '../../../../shared/contract/approvals.ts';
import { formatQuantity, formatRupiah } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { shortReceipt } from '../receipt-number.ts';

const words = id.approvals.subject;

/** What is to be allowed, in words that both people at the counter understand. */
export function useSubjectWords(subject: ApprovalSubject): string {
  const ticket = useQuery(ask.ticket()).data;
  const saleId = subject.action === 'return' ? subject.saleId : '';
  const sale = useQuery({ ...ask.returnableSale(saleId), enabled: saleId !== '' }).data;
  const debtorId = subject.action === 'credit' ? subject.debtorId : '';
  const isMember = debtorId !== '' && ticket?.buyer.memberId === debtorId;
  const isBuyer = debtorId !== '' && ticket?.buyer.buyerId === debtorId;
  const member = useQuery({ ...ask.member(debtorId), enabled: isMember }).data;
  const buyer = useQuery({ ...ask.buyer(debtorId), enabled: isBuyer }).data;
  const programmes = useQuery({ ...ask.programmes(), enabled: subject.action === 'quota' }).data?.programmes;
  switch (subject.action) {
    case 'line-price':
    case 'line-discount': {
      const line = ticket?.lines.find(({ lineId }) => lineId === subject.lineId);
      const name = line?.name ?? words.aLine;
      return subject.action === 'line-price'
        ? words.price(name, line?.unit ?? '', formatRupiah(subject.unitPriceRp))
        : words.discount(name, formatRupiah(subject.discountRp));
    }
    case 'tier':
      return words.tier(subject.tier);
    case 'return': {
      const said = words.goodsBack(shortReceipt(sale?.receipt ?? ''), subject.lines.length);
      return sale?.late === true ? `${said}. ${words.late}` : said;
    }
    case 'credit': {
      const name = member?.name ?? buyer?.name ?? words.somebody;
      return words.credit(name === '' ? words.somebody : name, formatRupiah(subject.amountRp));
    }
    case 'quota': {
      const programme = programmes?.find((one) => one.programme.programme === subject.programme)?.programme;
      const quantity = `${formatQuantity(subject.quantityThousandths)} ${programme?.unit ?? ''}`.trim();
      return words.quota(programme?.name ?? subject.programme, quantity);
    }
  }
}

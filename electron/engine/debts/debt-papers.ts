import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { debtsContract, DebtorKind } from '../../../shared/contract/debts.ts';
import type { FileReply } from '../../../shared/contract/values.ts';
import { reminderSheet } from '../../../shared/documents/sheets/reminder.ts';
import type { PartyDetails } from '../../../shared/documents/sheets/sheet.ts';
import { statementSheet } from '../../../shared/documents/sheets/statement.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { documents } from '../../../shared/i18n/id/documents.ts';
import type { Ctx } from '../context.ts';
import { sheetPdf } from '../documents-pdf/index.ts';
import { DomainError } from '../domain-error.ts';
import { buyerById, memberById, todayOf } from '../members/index.ts';
import { policy } from '../policy/index.ts';
import { movementsOf, openDebtsOf, owedBefore } from './debt-store.ts';

type DebtsHandlers = AreaHandlers<typeof debtsContract, Ctx>;

/** A PDF that is ready, and the file's name. */
interface Ready {
  readonly fileName: string;
  readonly pdf: Uint8Array;
}

/** Surat tagihan of a debtor: refused with `debt.none` where nothing is open. */
export const reminderPdf: DebtsHandlers['reminderPdf'] = {
  prepare: async (ctx, { kind, id }): Promise<Ready> => {
    const asOf = todayOf(ctx);
    const debtor = partyOf(ctx, kind, id);
    const open = openDebtsOf(ctx.db, id);
    if (open.length === 0) throw new DomainError('debt.none');
    const sheet = reminderSheet({
      profile: ctx.store(),
      debtor,
      asOf,
      debts: open.map((debt) => ({
        receipt: debt.receipt,
        date: debt.businessDate,
        dueDate: debt.dueDate,
        amountRp: rupiah(debt.amountRp - debt.returnedRp),
        paidRp: debt.paidRp,
      })),
      paymentNote: policy(ctx.db).paymentNote,
      signedBy: ctx.person().name,
    });
    return {
      fileName: `surat-tagihan-${fileWord(ctx, kind, id)}-${asOf}.pdf`,
      pdf: await sheetPdf(sheet, ctx.ports.clock.now()),
    };
  },
  run: (_ctx, ready: Ready) => fileReply(ready),
};

/** Rekening of a debtor between two days. */
export const statementPdf: DebtsHandlers['statementPdf'] = {
  prepare: async (ctx, { kind, id, from, to }): Promise<Ready> => {
    const sheet = statementSheet({
      profile: ctx.store(),
      debtor: partyOf(ctx, kind, id),
      from,
      to,
      openingRp: owedBefore(ctx.db, id, from),
      entries: movementsOf(ctx.db, id, from, to).map((row) => ({
        date: row.business_date,
        kind: row.kind,
        receipt: row.receipt,
        dueDate: row.due_date,
        amountRp: rupiah(row.amount_rp),
      })),
      signedBy: ctx.person().name,
    });
    return {
      fileName: `rekening-${fileWord(ctx, kind, id)}-${from}-${to}.pdf`,
      pdf: await sheetPdf(sheet, ctx.ports.clock.now()),
    };
  },
  run: (_ctx, ready: Ready) => fileReply(ready),
};

/** Whom a paper is for, from the vault as it is today. Of a member the number and the name are enough. */
function partyOf(ctx: Ctx, kind: DebtorKind, id: string): PartyDetails {
  if (kind === 'buyer') return buyerById(ctx, id);
  const { name, number } = memberById(ctx, id);
  return { name, contact: '', phone: '', address: documents.receipt.member(number) };
}

/** What tells one debtor's files from another's: a member's number, or words of an institution's name. */
function fileWord(ctx: Ctx, kind: DebtorKind, id: string): string {
  const word = kind === 'member' ? memberById(ctx, id).number : buyerById(ctx, id).name;
  const plain = word
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return plain === '' ? 'pembeli' : plain;
}

function fileReply({ fileName, pdf }: Ready): FileReply {
  return { fileName, mediaType: 'application/pdf', contentBase64: Buffer.from(pdf).toString('base64') };
}

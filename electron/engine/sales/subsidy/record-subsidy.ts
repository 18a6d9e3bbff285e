import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
import { isAboveCeiling } from '../../../../shared/domain/programmes/rules-in-force.ts';
import type { Finding, LineJudgement } from '../../../../shared/domain/programmes/verdict.ts';
import { businessDateSchema } from '../../../../shared/domain/business-date.ts';
import type { SubsidySold } from '../../../../shared/journal/programme-bodies.ts';
import type { SaleBody } from '../../../../shared/journal/sale-bodies.ts';
import type { Ctx } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { allProgrammes } from '../../programmes/index.ts';
import { removeWaitingEntry, subjectOf, waitingEntry } from '../../subsidy/index.ts';
import { allowedNow } from './allowed-verdict.ts';
import { keptSubsidy } from './kept-subsidy.ts';
import { isPersonal } from './personal-rules.ts';
import { recordCylindersSold } from './record-cylinders.ts';

/**
 * Makes sure that the rules let the ticket's subsidised goods be sold as they are.
 * @throws DomainError `subsidy.refused` with the gravest finding, its figures and the programme's name
 */
export function requireSellable(ctx: Ctx, ticket: Ticket): void {
  const refused = ticket.subsidy?.verdict.findings.find((finding) => finding.effect === 'refuse');
  if (refused !== undefined) throw new DomainError('subsidy.refused', refusalParams(ctx, refused));
}

function refusalParams(ctx: Ctx, { code, effect, programme, params }: Finding): DomainError['params'] {
  const known = allProgrammes(ctx.db).find((each) => each.programme === programme);
  return {
    ...params,
    code,
    effect,
    programme,
    ...(known === undefined ? {} : { name: known.name, unit: known.unit }),
  };
}

/** The rules that judged each line, as a sale's line names them; lines that none judged are left out. */
export function programmeRulesOf(ticket: Ticket): Map<string, string> {
  const lines = ticket.subsidy?.verdict.lines ?? [];
  return new Map(
    lines
      .filter(({ ruleIds }) => ruleIds.length > 0)
      .map(({ lineId, ruleIds }) => [lineId, ruleIds.join(' ')]),
  );
}

/** The approvals by which more of a programme is sold than the store's count leaves. */
export function quotaApprovals(ctx: Ctx, ticket: Ticket): string[] {
  if (ticket.subsidy === null) return [];
  return allowedNow(ticket.subsidy.verdict, keptSubsidy(ctx.db)).flatMap(({ approvalId }) =>
    approvalId === null ? [] : [approvalId],
  );
}

/**
 * Records what the rules said of a sale's subsidised goods and whose quota they use, and the cylinders
 * it moved. Whoever waited for them leaves the list. To be called right after the sale's record, in its
 * transaction and before the ticket is emptied.
 */
export function recordSubsidy(ctx: Ctx, ticket: Ticket, sale: SaleBody): void {
  const { subsidy } = ticket;
  if (subsidy === null) return;
  const { lines } = subsidy.verdict;
  requireWithinCeilings(sale, lines);
  if (lines.length > 0) ctx.append('subsidy-sold/1', soldBody(ctx, ticket, subsidy, sale));
  recordCylindersSold(ctx, sale);
  takeServedOffList(ctx, subsidy, sale);
  ctx.changed('subsidy');
}

/** Whoever was sent away without what they waited for stays in line, also where somebody else bought it. */
function takeServedOffList(ctx: Ctx, { registrationId }: TicketSubsidy, sale: SaleBody): void {
  for (const entryId of keptSubsidy(ctx.db).waitingEntryIds) {
    const entry = waitingEntry(ctx.db, entryId);
    if (entry?.registrationId !== registrationId) continue;
    const isServed = sale.lines.some((line) => line.productId === entry.productId);
    if (isServed) removeWaitingEntry(ctx.db, entryId);
  }
}

function soldBody(ctx: Ctx, ticket: Ticket, subsidy: TicketSubsidy, sale: SaleBody): SubsidySold {
  const { verdict, knownBy } = subsidy;
  const warnings = verdict.findings.filter(({ effect }) => effect === 'warn').map(({ code }) => code);
  return {
    saleId: sale.saleId,
    date: businessDateSchema.parse(verdict.date),
    ...buyerOfSale(ctx, ticket, subsidy),
    lines: verdict.lines.map(({ lineId, programme, quantityThousandths, price, system, ruleIds }) => ({
      lineId,
      programme,
      quantityThousandths,
      price:
        price === null
          ? null
          : {
              ruleId: price.ruleId,
              priceKind: price.priceKind,
              amountRp: price.amountRp,
              decree: price.decree,
            },
      system,
      ruleIds,
    })),
    warnings: [...new Set(warnings)],
    knownBy,
    approvalId: quotaApprovals(ctx, ticket)[0] ?? null,
  };
}

type SoldTo = Pick<SubsidySold, 'registrationId' | 'category' | 'subject' | 'proxyRegistrationId'>;

const NOBODY: SoldTo = {
  registrationId: null,
  category: null,
  subject: { nikKey: null, kkKey: null, sharedNikKey: null, sharedKkKey: null, memberId: null },
  proxyRegistrationId: null,
};

/**
 * Who bought, and whose quota it uses; nobody where no rule asks for it, whoever the ticket is for. A
 * member's quota counts for the ticket's member, also where nobody is registered.
 */
function buyerOfSale(ctx: Ctx, ticket: Ticket, subsidy: TicketSubsidy): SoldTo {
  const { registrationId, category, proxyRegistrationId, verdict } = subsidy;
  if (!verdict.lines.some(({ ruleIds }) => isPersonal(ctx.db, ruleIds))) return NOBODY;
  const { memberId } = ticket.buyer;
  const subject = registrationId === null ? NOBODY.subject : subjectOf(ctx, registrationId);
  return {
    registrationId,
    category,
    subject: { ...subject, memberId: subject.memberId ?? memberId },
    proxyRegistrationId,
  };
}

/**
 * Pricing lets nothing cost more than its ceiling. Where that were ever untrue the sale must not be
 * made: a wrong price of subsidised goods is the store's licence.
 */
function requireWithinCeilings(sale: SaleBody, lines: readonly LineJudgement[]): void {
  const charged = new Map(sale.lines.map((line) => [line.lineId, line.totalRp]));
  for (const { lineId, price, quantityThousandths } of lines) {
    if (isAboveCeiling(price, quantityThousandths, charged.get(lineId) ?? 0)) {
      throw new Error(`line ${lineId} costs more than the law allows`);
    }
  }
}

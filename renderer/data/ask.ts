import { queryOptions } from '@tanstack/react-query';
import type { Ticket } from '../../shared/contract/till.ts';
import type { ApprovalSubject } from '../../shared/contract/approvals.ts';
import type { Reply, Topic } from '../../shared/contract/wire.ts';
import { engine } from './engine.ts';
import { valueOf } from './refusal.ts';

function question<T>(name: string, topics: readonly Topic[], input: unknown, run: () => Promise<Reply<T>>) {
  return queryOptions({
    queryKey: [name, input],
    queryFn: async () => valueOf(await run()),
    meta: { topics },
  });
}

/**
 * Every question a screen may ask, ready for `useQuery(ask.ticket())`. An answer is kept until the
 * engine says that one of its topics changed; nobody polls and nobody invalidates by hand.
 */
export const ask = {
  setup: () => question('setup.state', ['setup'], {}, () => engine.setup.state({})),
  staff: () => question('staff.list', ['staff', 'setup'], {}, () => engine.staff.list({})),
  me: () => question('staff.me', ['staff'], {}, () => engine.staff.me({})),
  approvers: (action: ApprovalSubject['action']) =>
    question('staff.approvers', ['staff', 'setup'], { action }, () => engine.staff.approvers({ action })),

  search: (text: string, limit = 20) =>
    question('catalog.search', ['catalog'], { text, limit }, () => engine.catalog.search({ text, limit })),
  products: (page: Parameters<typeof engine.catalog.list>[0]) =>
    question('catalog.list', ['catalog', 'sales'], page, () => engine.catalog.list(page)),
  product: (productId: string) =>
    question('catalog.product', ['catalog', 'sales'], { productId }, () =>
      engine.catalog.product({ productId }),
    ),
  terms: (productId: string) =>
    question('catalog.terms', ['catalog'], { productId }, () => engine.catalog.terms({ productId })),
  promotions: () => question('catalog.promotions', ['catalog'], {}, () => engine.catalog.promotions({})),
  taxStatuses: () =>
    question('policy.taxStatuses', ['setup', 'cash', 'sales'], {}, () => engine.policy.taxStatuses({})),
  categories: () => question('catalog.categories', ['catalog'], {}, () => engine.catalog.categories({})),

  ticket: () => ({
    ...question('till.ticket', ['ticket', 'cash', 'setup'], {}, () => engine.till.ticket({})),
    structuralSharing: newerTicket,
  }),
  parkedTickets: () => question('till.parked', ['ticket'], {}, () => engine.till.parked({})),
  recentSales: (text = '', limit = 50) =>
    question('sales.recent', ['sales'], { text, limit }, () => engine.sales.recent({ text, limit })),
  returnableSale: (saleId: string) =>
    question('returns.sale', ['sales', 'cash', 'setup'], { saleId }, () => engine.returns.sale({ saleId })),
  returnPreview: (goods: Parameters<typeof engine.returns.preview>[0]) =>
    question('returns.preview', ['sales', 'cash', 'setup', 'staff'], goods, () => engine.returns.preview(goods)),
  receipt: (saleId: string, columns: 32 | 48 | null = null) =>
    question('sales.receipt', ['sales'], { saleId, columns }, () => engine.sales.receipt({ saleId, columns })),

  findMembers: (text: string, limit = 20) =>
    question('members.search', ['members'], { text, limit }, () => engine.members.search({ text, limit })),
  policy: () => question('policy.get', ['setup', 'catalog'], {}, () => engine.policy.get({})),

  cash: () => question('cash.state', ['cash', 'sales'], {}, () => engine.cash.state({})),
  days: (limit = 60) =>
    question('reports.days', ['cash', 'sales'], { limit }, () => engine.reports.days({ limit })),
  daily: (businessDate: string) =>
    question('reports.daily', ['cash', 'sales', 'upload'], { businessDate }, () =>
      engine.reports.daily({ businessDate }),
    ),

  memberPage: (page: Parameters<typeof engine.members.list>[0]) =>
    question('members.list', ['members', 'sales'], page, () => engine.members.list(page)),
  member: (memberId: string) =>
    question('members.member', ['members', 'sales'], { memberId }, () => engine.members.member({ memberId })),
  nextMemberNumber: () =>
    question('members.nextNumber', ['members'], {}, () => engine.members.nextNumber({})),
  buyerPage: (page: Parameters<typeof engine.members.buyers>[0]) =>
    question('members.buyers', ['members'], page, () => engine.members.buyers(page)),
  salesOfMember: (memberId: string, limit: number) =>
    question('sales.ofMember', ['sales'], { memberId, limit }, () =>
      engine.sales.ofMember({ memberId, limit }),
    ),
  buyer: (buyerId: string) =>
    question('members.buyer', ['members', 'sales'], { buyerId }, () => engine.members.buyer({ buyerId })),
  salesOfBuyer: (buyerId: string, limit: number) =>
    question('sales.ofBuyer', ['sales'], { buyerId, limit }, () => engine.sales.ofBuyer({ buyerId, limit })),

  debtors: (filter: Parameters<typeof engine.debts.debtors>[0]) =>
    question('debts.debtors', ['sales', 'members', 'cash'], filter, () => engine.debts.debtors(filter)),
  debtor: (debtor: Parameters<typeof engine.debts.debtor>[0]) =>
    question('debts.debtor', ['sales', 'members', 'cash', 'setup'], debtor, () => engine.debts.debtor(debtor)),

  printer: () => question('printing.settings', ['printing'], {}, () => engine.printing.settings({})),
  printJobs: (limit = 20) =>
    question('printing.jobs', ['printing'], { limit }, () => engine.printing.jobs({ limit })),
  printJob: (printJobId: string) =>
    question('printing.job', ['printing'], { printJobId }, () => engine.printing.job({ printJobId })),

  programmes: () =>
    question('programmes.list', ['subsidy', 'catalog', 'setup', 'cash'], {}, () => engine.programmes.list({})),
  registration: (registrationId: string) =>
    question('subsidy.registration', ['subsidy', 'sales'], { registrationId }, () =>
      engine.subsidy.registration({ registrationId }),
    ),
  registrations: (page: Parameters<typeof engine.subsidy.registrations>[0]) =>
    question('subsidy.registrations', ['subsidy', 'sales'], page, () => engine.subsidy.registrations(page)),
  buyersOfMember: (memberId: string) =>
    question('subsidy.buyersOfMember', ['subsidy', 'sales', 'members'], { memberId }, () =>
      engine.subsidy.buyersOfMember({ memberId }),
    ),
  subsidyTerms: (programme: string | null) =>
    question('subsidy.terms', ['subsidy', 'setup'], { programme }, () => engine.subsidy.terms({ programme })),
  /** Who waits on the day of delivery. */
  waiting: () =>
    question('subsidy.waiting', ['subsidy', 'sales', 'catalog', 'cash'], {}, () => engine.subsidy.waiting({})),
  /** Whom a whole number or a card names; forgotten as soon as nobody looks at it. */
  identify: (number: string) => ({
    ...question('subsidy.identify', ['subsidy', 'members'], { number }, () =>
      engine.subsidy.identify({ number }),
    ),
    gcTime: 0,
  }),
  /** Who took whole numbers out of the vault. */
  accessLog: (page: Parameters<typeof engine.subsidy.accessLog>[0]) =>
    question('subsidy.accessLog', ['subsidy'], page, () => engine.subsidy.accessLog(page)),
  suppliedRules: () =>
    question('programmes.supplied', ['subsidy', 'setup', 'cash'], {}, () => engine.programmes.supplied({})),
  claims: () => question('programmes.claims', ['subsidy'], {}, () => engine.programmes.claims({})),
  cylinders: () =>
    question('cylinders.state', ['subsidy', 'sales', 'catalog'], {}, () => engine.cylinders.state({})),
  cylinderLoans: (filter: Parameters<typeof engine.cylinders.loans>[0]) =>
    question('cylinders.loans', ['subsidy', 'sales'], filter, () => engine.cylinders.loans(filter)),
  cylinderMovements: (filter: Parameters<typeof engine.cylinders.movements>[0]) =>
    question('cylinders.movements', ['subsidy', 'sales'], filter, () => engine.cylinders.movements(filter)),
  register: (asked: Parameters<typeof engine.registers.view>[0]) =>
    question('registers.view', ['subsidy', 'sales', 'catalog', 'setup'], asked, () =>
      engine.registers.view(asked),
    ),
  comparisons: () => question('keying.comparisons', ['subsidy'], {}, () => engine.keying.comparisons({})),
  /** Lines that have to be keyed into another system. */
  keyingQueue: (filter: Parameters<typeof engine.keying.queue>[0]) =>
    question('keying.queue', ['subsidy', 'sales'], filter, () => engine.keying.queue(filter)),

  display: () =>
    question('display.state', ['ticket', 'sales', 'setup'], {}, () => engine.display.state({})),

  upload: () => question('upload.status', ['upload', 'cash', 'sales', 'catalog', 'staff'], {}, () => engine.upload.status({})),
};

/** The key under which the open ticket is kept, for putting a command's reply straight on screen. */
export const TICKET_KEY = ask.ticket().queryKey;

/**
 * Of two states of one ticket the later one stays: a slow answer that was read before a scan must not
 * take the scanned line off the screen again.
 */
export function newerTicket(held: unknown, arrived: unknown): unknown {
  if (!isTicket(held) || !isTicket(arrived)) return arrived;
  return held.ticketId === arrived.ticketId && held.revision > arrived.revision ? held : arrived;
}

function isTicket(value: unknown): value is Pick<Ticket, 'ticketId' | 'revision'> {
  return typeof value === 'object' && value !== null && 'ticketId' in value && 'revision' in value;
}

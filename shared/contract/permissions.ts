import { z } from 'zod';

/** Kasir rings up, pengelola manages the store, pengurus answers for it to the members. */
export const roleSchema = z.enum(['kasir', 'pengelola', 'pengurus']);
export type Role = z.output<typeof roleSchema>;

/** What a procedure asks of its caller. `public` needs no session, `signed-in` any session. */
export type Permission =
  | 'public'
  | 'signed-in'
  | 'sale.make'
  | 'receipt.reprint'
  | 'drawer.open'
  | 'shift.open'
  | 'shift.close'
  | 'day.close'
  | 'report.read'
  | 'catalog.edit'
  | 'staff.manage'
  | 'store.manage'
  | 'device.manage'
  | 'upload.send'
  | 'upload.manage'
  | 'journal.verify'
  | 'member.edit'
  | 'member.erase'
  | 'subsidy.manage'
  | 'subsidy.identify'
  | 'programme.edit';

const KASIR: readonly Permission[] = [
  'sale.make',
  'receipt.reprint',
  'drawer.open',
  'shift.open',
  'shift.close',
  'upload.send',
];
// A cashier reads no report: it would show the expected cash before the blind count.
const PENGELOLA: readonly Permission[] = [
  ...KASIR,
  'day.close',
  'report.read',
  'catalog.edit',
  'device.manage',
  'upload.manage',
  'journal.verify',
  'member.edit',
  'subsidy.manage',
  'subsidy.identify',
];
const PENGURUS: readonly Permission[] = [
  ...PENGELOLA,
  'staff.manage',
  'store.manage',
  'member.erase',
  'programme.edit',
];

const BY_ROLE: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  kasir: new Set(KASIR),
  pengelola: new Set(PENGELOLA),
  pengurus: new Set(PENGURUS),
};

/** Whether a role is at least another one. */
export function roleReaches(role: Role, least: Role): boolean {
  const roles = roleSchema.options;
  return roles.indexOf(role) >= roles.indexOf(least);
}

/** Whether a role may do what a procedure asks; no role at all may only do what is public. */
export function mayDo(role: Role | undefined, permission: Permission): boolean {
  if (permission === 'public') return true;
  if (role === undefined) return false;
  return permission === 'signed-in' || BY_ROLE[role].has(permission);
}

import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { mayDo } from '../../../shared/contract/permissions.ts';
import type { Staff, staffContract } from '../../../shared/contract/staff.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { approve, approvers } from './approve.ts';
import { hashPin, requireStrongPin, type PinHash } from './pin.ts';
import { endSessions } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { forgetDemoPin, listStaff, nameTaken, otherActiveBoard, savePin, staffById } from './staff-store.ts';

function requireStaff(ctx: Ctx, staffId: string): Staff {
  const staff = staffById(ctx.db, staffId);
  if (staff === undefined) throw new DomainError('staff.unknown');
  return staff;
}

/** Adds a person with an already hashed PIN. Also how first run makes the owner. */
export function addStaff(ctx: Ctx, person: Omit<Staff, 'active'>, pin: PinHash): Staff {
  if (nameTaken(ctx.db, person.name)) throw new DomainError('staff.name-taken', { name: person.name });
  ctx.append('staff-added/1', { staffId: person.staffId, name: person.name, role: person.role });
  savePin(ctx.db, person.staffId, pin.salt, pin.hash, pin.log2N);
  ctx.changed('staff');
  return requireStaff(ctx, person.staffId);
}

/** What the `staff` area of the contract does. */
export const staffHandlers: AreaHandlers<typeof staffContract, Ctx> = {
  list: (ctx) => listStaff(ctx.db),
  signIn,
  approvers,
  approve,
  signOut: (ctx) => {
    const { staffId } = ctx.person();
    ctx.append('signed-out/1', { staffId });
    ctx.afterCommit(() => endSessions(ctx.db, staffId));
    return {};
  },
  me: (ctx) => requireStaff(ctx, ctx.person().staffId),
  add: {
    prepare: async (ctx, input) => {
      requireStrongPin(input.pin);
      return hashPin(ctx.ports, input.pin);
    },
    run: (ctx, pin: PinHash, input) =>
      addStaff(ctx, { staffId: ctx.ports.ids.next(), name: input.name, role: input.role }, pin),
  },
  setPin: {
    prepare: async (ctx, input) => {
      const person = ctx.person();
      if (person.staffId !== input.staffId && !mayDo(person.role, 'staff.manage')) {
        throw new DomainError('permission.denied');
      }
      requireStaff(ctx, input.staffId);
      requireStrongPin(input.pin);
      return hashPin(ctx.ports, input.pin);
    },
    run: (ctx, pin: PinHash, input) => {
      ctx.append('staff-pin-set/1', { staffId: input.staffId });
      savePin(ctx.db, input.staffId, pin.salt, pin.hash, pin.log2N);
      forgetDemoPin(ctx.db, input.staffId);
      ctx.changed('staff', 'setup');
      return {};
    },
  },
  setActive: (ctx, input) => {
    const staff = requireStaff(ctx, input.staffId);
    if (!input.active && staff.role === 'pengurus' && otherActiveBoard(ctx.db, staff.staffId) === 0) {
      throw new DomainError('staff.last-board');
    }
    if (staff.active === input.active) return staff;
    ctx.append('staff-active-set/1', { staffId: staff.staffId, active: input.active });
    if (!input.active) ctx.afterCommit(() => endSessions(ctx.db, staff.staffId));
    ctx.changed('staff');
    return requireStaff(ctx, staff.staffId);
  },
};

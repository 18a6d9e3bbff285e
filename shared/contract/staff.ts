import { z } from 'zod';
import { rupiahAmountSchema } from '../domain/money.ts';
import { approvalActionSchema } from '../journal/parts.ts';
import { approvalSubjectSchema } from './approvals.ts';
import { command, nothing, query } from './define.ts';
import { roleSchema } from './permissions.ts';
import { idSchema, nameSchema, pinSchema } from './values.ts';

export const staffSchema = z.strictObject({
  staffId: idSchema,
  name: z.string(),
  role: roleSchema,
  active: z.boolean(),
});
export type Staff = z.output<typeof staffSchema>;

const wrongPinSchema = z.strictObject({ status: z.literal('wrong-pin'), triesLeft: z.int() });
/** Five wrong tries lock the person out for a while; the lock is a record. */
const lockedSchema = z.strictObject({ status: z.literal('locked'), until: z.int() });

const signInResultSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('signed-in'), session: z.string(), staff: staffSchema }),
  wrongPinSchema,
  lockedSchema,
]);

export const staffContract = {
  /** Who can sign in at this till. */
  list: query({ permission: 'public', input: nothing, output: z.array(staffSchema) }),
  signIn: command({
    permission: 'public',
    input: z.strictObject({ staffId: idSchema, pin: pinSchema }),
    output: signInResultSchema,
    secretReply: true,
  }),
  /** Who may allow an action. */
  approvers: query({
    permission: 'sale.make',
    input: z.strictObject({ action: approvalActionSchema }),
    output: z.array(z.strictObject({ staffId: idSchema, name: z.string(), role: roleSchema })),
  }),
  /**
   * Somebody with the right to do so allows one exact action, by PIN: once, in this shift, within ten
   * minutes, for whoever is signed in. It opens no session and lends no role.
   */
  approve: command({
    permission: 'sale.make',
    input: z.strictObject({
      approverId: idSchema,
      pin: pinSchema,
      subject: approvalSubjectSchema,
      /** What the store gives up by it; it holds for no more than this. */
      amountRp: rupiahAmountSchema,
    }),
    output: z.discriminatedUnion('status', [
      z.strictObject({ status: z.literal('given'), approvalId: idSchema }),
      wrongPinSchema,
      lockedSchema,
    ]),
  }),
  signOut: command({ permission: 'signed-in', input: nothing, output: nothing }),
  me: query({ permission: 'signed-in', input: nothing, output: staffSchema }),
  add: command({
    permission: 'staff.manage',
    input: z.strictObject({ name: nameSchema(60), role: roleSchema, pin: pinSchema }),
    output: staffSchema,
  }),
  /** A person may always set their own PIN; another's needs `staff.manage`, checked in the handler. */
  setPin: command({
    permission: 'signed-in',
    input: z.strictObject({ staffId: idSchema, pin: pinSchema }),
    output: nothing,
  }),
  setActive: command({
    permission: 'staff.manage',
    input: z.strictObject({ staffId: idSchema, active: z.boolean() }),
    output: staffSchema,
  }),
};

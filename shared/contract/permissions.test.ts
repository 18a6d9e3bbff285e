import { describe, expect, test } from 'vitest';
import { contract } from './index.ts';
import { mayDo, roleSchema, type Permission } from './permissions.ts';

/** Who may do what: nobody signed in, kasir, pengelola, pengurus. The whole of the house's rights. */
const RIGHTS: Readonly<Record<Permission, string>> = {
  public: 'yes yes yes yes',
  'signed-in': 'no yes yes yes',
  'sale.make': 'no yes yes yes',
  'receipt.reprint': 'no yes yes yes',
  'drawer.open': 'no yes yes yes',
  'shift.open': 'no yes yes yes',
  'shift.close': 'no yes yes yes',
  'upload.send': 'no yes yes yes',
  'day.close': 'no no yes yes',
  'report.read': 'no no yes yes',
  'catalog.edit': 'no no yes yes',
  'member.edit': 'no no yes yes',
  'device.manage': 'no no yes yes',
  'upload.manage': 'no no yes yes',
  'journal.verify': 'no no yes yes',
  'subsidy.manage': 'no no yes yes',
  'subsidy.identify': 'no no yes yes',
  'staff.manage': 'no no no yes',
  'store.manage': 'no no no yes',
  'member.erase': 'no no no yes',
  'programme.edit': 'no no no yes',
};

describe('who may do what', () => {
  test.each(Object.entries(RIGHTS) as [Permission, string][])('%s: %s', (permission, expected) => {
    const answers = [undefined, ...roleSchema.options].map((role) =>
      mayDo(role, permission) ? 'yes' : 'no',
    );
    expect(answers.join(' ')).toBe(expected);
  });
});

/** What needs no session at all: before anybody can be signed in, and the buyers' own screen. */
const PUBLIC = [
  'setup.create',
  'setup.createExample',
  'setup.state',
  'staff.list',
  'staff.signIn',
  'display.state',
  'display.handOver',
];

describe('the contract', () => {
  const procedures = Object.entries(contract).flatMap(([area, table]) =>
    Object.entries(table).map(([name, procedure]) => ({ name: `${area}.${name}`, ...procedure })),
  );

  test('is open to nobody but for getting in, and for looking from the buyers’ side', () => {
    const open = procedures.filter((procedure) => procedure.permission === 'public').map(({ name }) => name);
    expect(new Set(open)).toEqual(new Set(PUBLIC));
  });

  test('shows a cashier no report: the count of the drawer must stay blind', () => {
    const reports = procedures.filter(({ name }) => name.startsWith('reports.'));
    expect(reports).not.toEqual([]);
    expect(reports.filter(({ permission }) => mayDo('kasir', permission))).toEqual([]);
  });

  test('keeps no secret for replays', () => {
    expect(procedures.filter((procedure) => procedure.secretReply === true).map(({ name }) => name)).toEqual([
      'staff.signIn',
      'subsidy.copyNumber',
    ]);
  });
});

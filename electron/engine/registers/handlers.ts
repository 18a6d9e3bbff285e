import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { RegisterView, registersContract } from '../../../shared/contract/registers.ts';
import { offsetMinutesOf } from '../../../shared/domain/business-date.ts';
import { priceBoard, priceBoardTable } from '../../../shared/documents/registers/price-board.ts';
import { cellText, sumText, type Register } from '../../../shared/documents/registers/register.ts';
import { formatDateTime } from '../../../shared/i18n/format.ts';
import { registers as words } from '../../../shared/i18n/id/registers.ts';
import type { Ctx } from '../context.ts';
import type { Asked } from './asked.ts';
import { boardPdf } from './board-pdf.ts';
import { boardOf } from './board.ts';
import { fertiliserRegisterOf } from './fertiliser.ts';
import { agensToChoose, lpgRegister } from './lpg.ts';
import { registerPdf } from './register-pdf.ts';
import { registerXlsx } from './register-xlsx.ts';
import { sphpRegister } from './sphp.ts';

type Handlers = AreaHandlers<typeof registersContract, Ctx>;

const MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const REGISTERS: Readonly<
  Record<Asked['register'], (ctx: Ctx, asked: Asked) => Register | Promise<Register>>
> = {
  'lpg-logbook': lpgRegister,
  'sphp-statement': sphpRegister,
  'fertiliser-register': fertiliserRegisterOf,
  'price-board': (ctx, asked) => priceBoardTable(boardOf(ctx, asked)),
};

/** A register as the screen shows it. */
export const view: Handlers['view'] = {
  prepare: async (ctx, asked): Promise<Register> => REGISTERS[asked.register](ctx, asked),
  run: (ctx, register: Register, asked) => viewOf(register, agensFor(ctx, asked)),
};

function agensFor(ctx: Ctx, { register }: Asked): string[] {
  return register === 'lpg-logbook' ? agensToChoose(ctx) : [];
}

function viewOf(register: Register, agens: string[]): RegisterView {
  return {
    title: register.title,
    facts: register.facts.map(([label, value]) => [label, value]),
    opening: register.opening,
    columns: register.columns
      .filter(({ blank }) => blank !== true)
      .map(({ head, right, wide }) => ({ head, right: right === true, wide: wide === true })),
    rows: register.rows.map(({ kind, cells }) => ({
      kind,
      cells: cells.filter((_, index) => register.columns[index]?.blank !== true).map(cellText),
    })),
    sums: register.sums.map((sum) => ({ label: sum.label, value: sumText(sum) })),
    notes: [...register.notes],
    agens,
  };
}

/** The same on paper or as a spreadsheet; the file's name says what and when, and of nobody. */
export const file: Handlers['file'] = {
  prepare: async (ctx, { format, ...asked }): Promise<Uint8Array> => {
    const now = ctx.ports.clock.now();
    if (format === 'pdf' && asked.register === 'price-board') {
      return boardPdf(priceBoard(boardOf(ctx, asked)), now);
    }
    const register = await REGISTERS[asked.register](ctx, asked);
    if (format === 'xlsx') return registerXlsx(register);
    const made = words.writtenAt(formatDateTime(now, offsetMinutesOf(ctx.store().timeZone)));
    return registerPdf(register, now, made);
  },
  run: (_ctx, content: Uint8Array, { register, from, to, format }) => {
    const time = register === 'price-board' || from === to ? to : `${from}-${to}`;
    return {
      fileName: `${words.fileNames[register]}-${time}.${format}`,
      mediaType: MEDIA_TYPES[format],
      contentBase64: Buffer.from(content).toString('base64'),
    };
  },
};

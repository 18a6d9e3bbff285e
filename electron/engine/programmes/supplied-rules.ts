import { z } from 'zod';
import {
  programmeRuleSchema,
  programmeSchema,
  type Programme,
  type ProgrammeRule,
} from '../../../shared/domain/programmes/rules.ts';
import rice from './supplied/beras.json' with { type: 'json' };
import lpg from './supplied/lpg.json' with { type: 'json' };
import oilAndSugar from './supplied/minyak-gula.json' with { type: 'json' };
import fertiliser from './supplied/pupuk.json' with { type: 'json' };

/** One rule that comes with the till, with where its text comes from. */
export interface Supplied {
  readonly programme: Programme;
  readonly rule: ProgrammeRule;
  readonly note: string;
}

const fileSchema = z.array(
  z.strictObject({
    programme: programmeSchema,
    rules: z.array(z.strictObject({ note: z.string().min(1), rule: programmeRuleSchema })),
  }),
);

let read: readonly Supplied[] | undefined;

/** The list that comes with the till, as data: nothing of it holds before somebody takes it. */
export function suppliedRules(): readonly Supplied[] {
  read ??= fileSchema
    .parse([...lpg, ...rice, ...oilAndSugar, ...fertiliser])
    .flatMap(({ programme, rules }) => rules.map((each) => ({ programme, ...each })));
  return read;
}

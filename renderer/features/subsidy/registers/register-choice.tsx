import type { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import { registerSchema, type RegisterName } from '../../../../shared/contract/registers.ts';
import { formatDate } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { saveFile } from '../../../data/save-file.ts';
import { useCommand } from '../../../data/use-command.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { DateSpanFields } from '../../../ui/date-span.tsx';
import { readSpan, type Span } from '../../../ui/dates.ts';
import { SelectField } from '../../../ui/field.tsx';
import forms from '../../../ui/form.module.css';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { NextStep } from '../../../ui/next-step.tsx';
import { Note } from '../../../ui/note.tsx';
import { optionsOf } from '../../../ui/options.ts';
import panel from '../../../ui/rail-panel.module.css';
import { Sheet } from '../../../ui/sheet.tsx';
import styles from './registers.module.css';
import { PERIODS, typedSpan, type Wish } from './wish.ts';

const words = id.subsidyOffice.registers;

const REGISTERS = optionsOf(registerSchema.options, words.names);
const SPANS = optionsOf(PERIODS, words.periods);
const SUMS = optionsOf(['day', 'month'], words.sums);
const ALL = '';

type Asked = z.input<typeof contract.registers.view.input>;

interface RegisterChoiceProps {
  readonly wish: Wish;
  readonly span: Span | null;
  readonly today: string;
  readonly agens: readonly string[];
  /** `null` while the dates make no span. */
  readonly asked: Asked | null;
  readonly onWish: (part: Partial<Wish>) => void;
}

/** Which paper, for which time; and the keys that make a file of it. */
export function RegisterChoice(props: RegisterChoiceProps) {
  const { pdf, xlsx, board } = useSaving(props);
  return (
    <div className={panel.panel}>
      <Sheet padded className={panel.sheet} label={words.choose}>
        <div className={styles.fields}>
          <Fields {...props} />
        </div>
      </Sheet>
      <div className={styles.keys}>
        <ActionButton action={xlsx} />
        <ActionButton action={board} />
      </div>
      <NextStep main={pdf} />
    </div>
  );
}

function Fields({ wish, span, agens, onWish }: RegisterChoiceProps) {
  const { register, period } = wish;
  const typed = readSpan(wish);
  const board = register === 'price-board';
  return (
    <>
      <SelectField
        label={words.register}
        value={register}
        options={REGISTERS}
        onChange={(next: RegisterName) => onWish({ register: next, agen: null })}
      />
      <SelectField
        label={board ? words.onDay : words.period}
        hint={span === null ? undefined : spanWords(span, board)}
        value={period}
        options={SPANS}
        onChange={(next) =>
          onWish(next === 'own' && span !== null ? { period: next, ...typedSpan(span) } : { period: next })
        }
      />
      {period === 'own' && (
        <div className={forms.pair}>
          <DateSpanFields
            startsFocused
            span={wish}
            labels={words}
            errors={{ to: typeof typed === 'string' ? id.fields.span[typed] : undefined }}
            onFrom={(from) => onWish({ from })}
            onTo={(to) => onWish({ to })}
          />
        </div>
      )}
      {agens.length > 0 && !board && (
        <SelectField
          label={words.agen}
          value={wish.agen ?? ALL}
          options={[
            { value: ALL, label: words.allAgens },
            ...agens.map((agen) => ({ value: agen, label: agen })),
          ]}
          onChange={(agen) => onWish({ agen: agen === ALL ? null : agen })}
        />
      )}
      {!board && (
        <SelectField
          label={words.sumEvery}
          value={wish.sumEvery}
          options={SUMS}
          onChange={(sumEvery) => onWish({ sumEvery })}
        />
      )}
      <Note>{id.subsidyOffice.knownBy.store}</Note>
    </>
  );
}

function spanWords({ from, to }: Span, board: boolean): string {
  if (board || from === to) return formatDate(to);
  return words.days(formatDate(from), formatDate(to));
}

/** Hands one kind of file over. Each kind has a command of its own, so that none waits for another. */
function usePaper(format: 'pdf' | 'xlsx') {
  const { pending, run } = useCommand(engine.registers.file);
  const save = async (what: Asked) => {
    const reply = await run({ ...what, format });
    if (!reply.ok) return sayRefusal(reply.error);
    saveFile(reply.value);
    return say({ tone: 'done', title: words.saved(reply.value.fileName), text: words.savedText });
  };
  /** Why nothing comes of the key: it is being made, or there are no dates. */
  const whyNot = () => say({ tone: 'attention', passing: true, title: pending ? words.busy : words.noSpan });
  return { pending, save, whyNot };
}

/** Turning over which paper and for when, and handing it over as a file. */
function useSaving({ wish, today, asked, onWish }: RegisterChoiceProps) {
  const asPdf = usePaper('pdf');
  const asXlsx = usePaper('xlsx');
  const asBoard = usePaper('pdf');
  const pdf: Action = {
    id: 'subsidy.register-pdf',
    label: words.pdf,
    help: words.pdfHelp,
    key: 'F9',
    enabled: !asPdf.pending && asked !== null,
    whyNot: asPdf.whyNot,
    perform: () => {
      if (asked !== null) void asPdf.save(asked);
    },
  };
  const xlsx: Action = {
    id: 'subsidy.register-xlsx',
    label: words.xlsx,
    help: words.xlsxHelp,
    key: 'F8',
    enabled: !asXlsx.pending && asked !== null,
    whyNot: asXlsx.whyNot,
    perform: () => {
      if (asked !== null) void asXlsx.save(asked);
    },
  };
  const board: Action = {
    id: 'subsidy.register-board',
    label: words.board,
    help: words.boardHelp,
    key: 'F11',
    enabled: !asBoard.pending,
    whyNot: asBoard.whyNot,
    perform: () => void asBoard.save({ register: 'price-board', from: today, to: today }),
  };
  useActions([
    turn('subsidy.register-next', 'F6', words.nextRegister, () =>
      onWish({ register: after(registerSchema.options, wish.register), agen: null }),
    ),
    // A span of one's own is typed; turning over leads only through the usual ones.
    turn('subsidy.register-period', 'F7', words.nextPeriod, () =>
      onWish({ period: after(PERIODS.slice(0, -1), wish.period) }),
    ),
    xlsx,
    board,
    pdf,
  ]);
  return { pdf, xlsx, board };
}

function turn(actionId: string, key: string, label: string, perform: () => void): Action {
  return { id: actionId, label, help: label, key, perform };
}

function after<T>(choices: readonly T[], chosen: T): T {
  return choices[(choices.indexOf(chosen) + 1) % choices.length] ?? chosen;
}

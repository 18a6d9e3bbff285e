import type { KeyingRow } from '../../../../shared/contract/keying.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { TextField } from '../../../ui/field.tsx';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { useEntry } from '../../../ui/use-entry.ts';
import { FormPanel, useFormKeys } from '../../../ui/form-panel.tsx';
import { whoWords } from './keying-table.tsx';

const words = id.subsidyOffice.keying;

interface MarkDifferentProps {
  readonly row: KeyingRow;
  readonly onClose: () => void;
}

/** A line that the other system refused, or holds differently: in what, and under which number. */
export function MarkDifferent({ row, onClose }: MarkDifferentProps) {
  const { draft, errors, change, refuse, refusals } = useEntry({ note: row.note, reference: row.reference });
  const { pending, run } = useCommand(engine.keying.mark);
  const { saleId, lineId } = row;
  const save = async () => {
    if (draft.note.trim() === '') return refuse({ note: words.errors.note });
    const reply = await run({ lines: [{ saleId, lineId }], status: 'beda', ...draft });
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.marked.beda(row.receipt) });
    return onClose();
  };
  const keys = useFormKeys({ name: 'subsidy.keying-differ', pending, save, onClose });
  const title = words.differTitle(id.subsidyOffice.systems[row.system]);
  return (
    <FormPanel title={title} aside={<span>{whoWords(row)}</span>} refusals={refusals} keys={keys}>
      <TextField
        startsFocused
        label={words.note}
        hint={words.noteHint}
        maxLength={120}
        value={draft.note}
        error={errors.note}
        onChange={(note) => change({ note })}
      />
      <TextField
        label={words.reference}
        hint={words.referenceHint}
        maxLength={40}
        value={draft.reference}
        onChange={(reference) => change({ reference })}
      />
    </FormPanel>
  );
}

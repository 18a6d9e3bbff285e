import type { RuleReply } from '../../../../shared/contract/programmes.ts';
import type { Programme } from '../../../../shared/domain/programmes/rules.ts';
import { formatDate } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { dateTyped, readDate } from '../../../ui/dates.ts';
import { CheckField, TextField } from '../../../ui/field.tsx';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { useEntry } from '../../../ui/use-entry.ts';
import { FormPanel, useFormKeys } from '../../../ui/form-panel.tsx';
import { ruleWords } from './rule-words.ts';

const words = id.subsidyOffice.rules;

interface EndRuleProps {
  readonly programme: Programme;
  readonly reply: RuleReply;
  readonly onClose: () => void;
}

/** The last date of a rule; or that it was a mistake, and judges nothing from now on. */
export function EndRule({ programme, reply: { rule, lastUsedOn }, onClose }: EndRuleProps) {
  const { draft, errors, change, refuse, refusals } = useEntry({
    lastDay: dateTyped(rule.validTo),
    active: rule.active,
  });
  const { lastDay, active } = draft;
  const end = useCommand(engine.programmes.endRule);
  const saveRule = useCommand(engine.programmes.saveRule);
  const save = async () => {
    const validTo = readDate(lastDay);
    if (validTo === undefined) return refuse({ lastDay: id.fields.date });
    const same = validTo === rule.validTo && active === rule.active;
    if (same) return refuse({ lastDay: words.errors.end });
    // A rule that was a mistake is saved as a whole; the usual end is a date alone.
    const { source: _source, ...asTyped } = rule;
    const reply =
      active === rule.active
        ? await end.run({ ruleId: rule.ruleId, validTo })
        : await saveRule.run({ rule: { ...asTyped, validTo, active } });
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.ended, text: words.endedText });
    return onClose();
  };
  const keys = useFormKeys({
    name: 'subsidy.rule-end',
    pending: end.pending || saveRule.pending,
    save,
    onClose,
  });
  return (
    <FormPanel
      title={words.end}
      aside={<span>{ruleWords(rule, programme.unit)}</span>}
      refusals={refusals}
      keys={keys}
    >
      <TextField
        startsFocused
        label={words.lastDay}
        hint={lastUsedOn === null ? words.lastDayHint : words.lastDayUsed(formatDate(lastUsedOn))}
        placeholder={id.fields.dateHint}
        value={lastDay}
        error={errors.lastDay}
        onChange={(typed) => change({ lastDay: typed })}
      />
      <CheckField
        label={words.mistake}
        hint={words.mistakeHint}
        checked={!active}
        onChange={(mistake) => change({ lastDay, active: !mistake })}
      />
    </FormPanel>
  );
}

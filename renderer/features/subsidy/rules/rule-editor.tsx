import type { ProgrammesReply } from '../../../../shared/contract/programmes.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { classNames } from '../../../ui/class-names.ts';
import { DateSpanFields } from '../../../ui/date-span.tsx';
import { allRight } from '../../../ui/field-checks.ts';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { SuggestField } from '../../../ui/suggest-field.tsx';
import { useEntry, type Entry } from '../../../ui/use-entry.ts';
import { FormPanel, useFormKeys } from '../../../ui/form-panel.tsx';
import forms from '../../../ui/form.module.css';
import { optionsOf } from '../../../ui/options.ts';
import { AccessFields, PriceFields, QuotaFields } from './kind-fields.tsx';
import { checkRule, toRule, type RuleDraft } from './rule-draft.ts';

const words = id.subsidyOffice.rules;

const KINDS = optionsOf(['price', 'access', 'quota'], words.kinds);

interface RuleEditorProps {
  readonly reply: ProgrammesReply;
  readonly draft: RuleDraft;
  /** It stands in the list now, under this id. */
  readonly onSaved: (ruleId: string) => void;
  readonly onClose: () => void;
}

/** One rule being written down, with its decree and the days and places it is for. */
export function RuleEditor({ reply, draft, onSaved, onClose }: RuleEditorProps) {
  const entry = useEntry(draft);
  const command = useCommand(engine.programmes.saveRule);
  const save = async () => {
    const wrong = checkRule(entry.draft);
    if (!allRight(wrong)) return entry.refuse(wrong);
    const saved = await command.run({ rule: toRule(entry.draft) });
    if (!saved.ok) return sayRefusal(saved.error);
    say({ tone: 'done', title: words.saved, text: words.savedText });
    const ruleId = draft.ruleId ?? newRuleId(reply, saved.value);
    return ruleId === undefined ? onClose() : onSaved(ruleId);
  };
  const keys = useFormKeys({ name: 'subsidy.rule', pending: command.pending, save, onClose });
  const isNew = draft.ruleId === null;
  const { kind } = entry.draft;
  const unit = unitOf(reply, entry.draft);
  return (
    <FormPanel title={isNew ? words.newTitle : words.editTitle} refusals={entry.refusals} keys={keys}>
      {isNew && <WhatFields reply={reply} entry={entry} />}
      <HeadFields entry={entry} />
      {kind === 'price' && <PriceFields entry={entry} unit={unit} />}
      {kind === 'access' && <AccessFields entry={entry} />}
      {kind === 'quota' && <QuotaFields entry={entry} unit={unit} />}
      <WhereFields entry={entry} />
    </FormPanel>
  );
}

/** Which rule is there after saving that was not there before. */
function newRuleId(before: ProgrammesReply, after: ProgrammesReply): string | undefined {
  const known = new Set(ruleIds(before));
  return ruleIds(after).find((ruleId) => !known.has(ruleId));
}

function ruleIds({ programmes }: ProgrammesReply): readonly string[] {
  return programmes.flatMap(({ rules }) => rules.map(({ rule }) => rule.ruleId));
}

function unitOf({ programmes }: ProgrammesReply, { programme }: RuleDraft): string {
  return programmes.find((each) => each.programme.programme === programme)?.programme.unit ?? '';
}

interface FieldsProps {
  readonly entry: Entry<RuleDraft>;
}

/** Of what it is, and what it rules. */
function WhatFields({ reply, entry: { draft, change } }: FieldsProps & { readonly reply: ProgrammesReply }) {
  return (
    <div className={forms.pair}>
      <SelectField
        label={words.programme}
        value={draft.programme}
        options={reply.programmes.map(({ programme }) => ({
          value: programme.programme,
          label: programme.name,
        }))}
        onChange={(programme) => change({ programme })}
      />
      <SelectField
        label={words.kindLabel}
        value={draft.kind}
        options={KINDS}
        onChange={(kind) => change({ kind })}
      />
    </div>
  );
}

/** Whose word it is, and when it holds. */
function HeadFields({ entry: { draft, errors, change } }: FieldsProps) {
  return (
    <>
      <TextField
        startsFocused
        label={words.decree}
        hint={words.decreeHint}
        maxLength={160}
        value={draft.decree}
        error={errors.decree}
        onChange={(decree) => change({ decree })}
      />
      <div className={forms.pair}>
        <DateSpanFields
          span={{ from: draft.validFrom, to: draft.validTo }}
          labels={{ from: words.validFrom, to: words.validTo }}
          errors={{ from: errors.validFrom, to: errors.validTo }}
          toHint={words.validToHint}
          onFrom={(validFrom) => change({ validFrom })}
          onTo={(validTo) => change({ validTo })}
        />
      </div>
    </>
  );
}

/** For which places and sellers; empty is all of them. */
function WhereFields({ entry: { draft, errors, change } }: FieldsProps) {
  return (
    <div className={classNames(forms.three, forms.lastWider)}>
      <TextField
        label={words.regionLabel}
        hint={words.regionHint}
        inputMode="numeric"
        value={draft.region}
        error={errors.region}
        onChange={(region) => change({ region })}
      />
      <TextField
        label={words.zoneLabel}
        hint={words.allHint}
        inputMode="numeric"
        value={draft.zone}
        error={errors.zone}
        onChange={(zone) => change({ zone })}
      />
      <SuggestField
        label={words.tierLabel}
        hint={words.allHint}
        suggestions={words.tiers}
        value={draft.sellerTier}
        error={errors.sellerTier}
        onChange={(sellerTier) => change({ sellerTier })}
      />
    </div>
  );
}

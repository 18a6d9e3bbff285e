import { useQuery } from '@tanstack/react-query';
import type { MemberDetail } from '../../../shared/contract/members.ts';
import { formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { classNames } from '../../ui/class-names.ts';
import { CheckField, SelectField, TextField } from '../../ui/field.tsx';
import { FormPanel, useFormKeys } from '../../ui/form-panel.tsx';
import forms from '../../ui/form.module.css';
import { useEntry, type Entry } from '../../ui/use-entry.ts';
import { CardFields } from './card-fields.tsx';
import { draftOf, NEW_MEMBER, type MemberDraft } from './member-draft.ts';
import { TIERS } from './options.ts';
import { useSavingMember } from './use-saving-member.ts';

const words = id.members.editor;

interface MemberEditorProps {
  /** `null` for a member who does not exist yet. */
  readonly member: MemberDetail | null;
  readonly onClose: () => void;
}

/** One member, beside the list it was chosen from. */
export function MemberEditor({ member, onClose }: MemberEditorProps) {
  const entry = useEntry(member === null ? NEW_MEMBER : draftOf(member));
  const newLimitRp = useQuery(ask.policy()).data?.kasbonLimitDefaultRp ?? 0;
  const { pending, save } = useSavingMember(entry, member, newLimitRp, onClose);
  const keys = useFormKeys({ name: 'members.member', pending, save, onClose });
  const title = member === null ? words.newTitle : words.editTitle;
  return (
    <FormPanel tight title={title} refusals={entry.refusals} keys={keys}>
      <PersonFields entry={entry} />
      <TermFields entry={entry} newLimitRp={member === null ? newLimitRp : 0} />
    </FormPanel>
  );
}

/** Who it is, and the number and cards by which the shop knows it. */
function PersonFields({ entry: { draft, errors, change } }: { readonly entry: Entry<MemberDraft> }) {
  const next = useQuery(ask.nextMemberNumber()).data?.number ?? '';
  return (
    <>
      <TextField
        startsFocused
        label={words.name}
        value={draft.name}
        error={errors.name}
        onChange={(name) => change({ name })}
      />
      <div className={forms.pair}>
        <TextField
          label={words.number}
          hint={draft.memberId === null ? words.numberHint(next) : undefined}
          maxLength={20}
          value={draft.number}
          error={errors.number}
          onChange={(number) => change({ number })}
        />
        <TextField
          label={words.phone}
          value={draft.phone}
          error={errors.phone}
          onChange={(phone) => change({ phone })}
        />
      </div>
      <TextField
        label={words.address}
        value={draft.address}
        error={errors.address}
        onChange={(address) => change({ address })}
      />
      <CardFields
        cards={draft.cardCodes}
        error={errors.cardCodes}
        onChange={(cardCodes) => change({ cardCodes })}
      />
    </>
  );
}

interface TermFieldsProps {
  readonly entry: Entry<MemberDraft>;
  /** What a new member may owe where nothing is typed; 0 for nothing. */
  readonly newLimitRp: number;
}

/** Prices, kasbon and savings: what only those who manage the shop may set. */
function TermFields({ entry, newLimitRp }: TermFieldsProps) {
  const { draft, errors, change } = entry;
  return (
    <>
      <div className={classNames(forms.pair, forms.lastWider)}>
        <SelectField
          label={words.tier}
          value={draft.tier}
          options={TIERS}
          onChange={(tier) => change({ tier })}
        />
        <AmountField
          label={words.limit}
          {...(newLimitRp > 0 ? { hint: words.limitHint(formatRupiah(newLimitRp)) } : {})}
          value={draft.creditLimitRp}
          error={errors.creditLimitRp}
          onChange={(creditLimitRp) => change({ creditLimitRp })}
        />
      </div>
      <h3>{words.savings}</h3>
      <div className={forms.pair}>
        <AmountField
          label={words.pokok}
          value={draft.pokokRp}
          error={errors.pokokRp}
          onChange={(pokokRp) => change({ pokokRp })}
        />
        <AmountField
          label={words.wajib}
          value={draft.wajibRp}
          error={errors.wajibRp}
          onChange={(wajibRp) => change({ wajibRp })}
        />
      </div>
      <div className={classNames(forms.pair, forms.firstWider)}>
        <AmountField
          label={words.sukarela}
          value={draft.sukarelaRp}
          error={errors.sukarelaRp}
          onChange={(sukarelaRp) => change({ sukarelaRp })}
        />
        <TextField
          label={words.joinedOn}
          hint={words.joinedHint}
          value={draft.joinedOn}
          error={errors.joinedOn}
          onChange={(joinedOn) => change({ joinedOn })}
        />
      </div>
      <CheckField label={words.active} checked={draft.active} onChange={(active) => change({ active })} />
    </>
  );
}

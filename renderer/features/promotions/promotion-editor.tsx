import type { PromotionReply } from '../../../shared/contract/catalog.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { EntryForm } from '../../ui/entry-form.tsx';
import { allRight } from '../../ui/field-checks.ts';
import { CheckField, SelectField, TextField } from '../../ui/field.tsx';
import { say, sayRefusal } from '../../ui/messages.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { OptionKeys } from '../../ui/option-keys.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEntry, type Entry } from '../../ui/use-entry.ts';
import { GiftFields } from './gift-fields.tsx';
import { GoodsFields } from './goods-fields.tsx';
import {
  checkPromotion,
  NEW_PROMOTION,
  promotionDraftOf,
  toPromotion,
  type PromotionDraft,
} from './promotion-draft.ts';
import styles from './promotions.module.css';

const words = id.promotions;

const KINDS = [
  { value: 'percent', label: words.kinds.percent },
  { value: 'amount', label: words.kinds.amount },
  { value: 'buy-get', label: words.kinds['buy-get'] },
  { value: 'bundle', label: words.kinds.bundle },
] as const;

const FOR_WHOM = [
  { value: 'all', label: words.tierKinds.all },
  { value: 'anggota', label: words.tierKinds.anggota },
  { value: 'grosir', label: words.tierKinds.grosir },
] as const;

/** Digit of the first choice of the second group. */
const FIRST_GOODS = KINDS.length + 1;

interface PromotionEditorProps {
  /** `null` for a promotion that does not exist yet. */
  readonly reply: PromotionReply | null;
  readonly onClose: () => void;
}

/** One promotion, beside the list it was chosen from. */
export function PromotionEditor({ reply, onClose }: PromotionEditorProps) {
  const entry = useEntry(reply === null ? NEW_PROMOTION : promotionDraftOf(reply));
  const { save, back } = usePromotionEditor(entry, onClose);
  useActions([back, save]);
  const title = reply === null ? words.newTitle : words.editTitle;
  return (
    <div className={styles.editor}>
      <Sheet padded className={styles.sheet} label={title}>
        <h2>{title}</h2>
        <EntryForm label={title} className={styles.fields} refusals={entry.refusals} onSubmit={save.perform}>
          <Fields entry={entry} />
        </EntryForm>
      </Sheet>
      <NextStep back={back} main={save} />
    </div>
  );
}

function Fields({ entry }: { readonly entry: Entry<PromotionDraft> }) {
  const { draft, errors, change } = entry;
  return (
    <>
      <TextField
        startsFocused
        label={words.name}
        hint={words.nameHint}
        maxLength={60}
        value={draft.name}
        error={errors.name}
        onChange={(name) => change({ name })}
      />
      <OptionKeys
        label={words.kind}
        columns={2}
        value={draft.kind}
        options={KINDS}
        onChange={(kind) => change({ kind })}
      />
      <GiftFields entry={entry} />
      <GoodsFields entry={entry} firstDigit={FIRST_GOODS} />
      <SelectField
        label={words.tiers}
        value={draft.forWhom}
        options={FOR_WHOM}
        onChange={(forWhom) => change({ forWhom })}
      />
      <Times entry={entry} />
      <CheckField label={words.active} checked={draft.active} onChange={(active) => change({ active })} />
    </>
  );
}

function Times({ entry }: { readonly entry: Entry<PromotionDraft> }) {
  const { draft, errors, change } = entry;
  return (
    <>
      <div className={styles.pair}>
        <TextField
          label={words.validFrom}
          placeholder={id.fields.dateHint}
          value={draft.validFrom}
          error={errors.validFrom}
          onChange={(validFrom) => change({ validFrom })}
        />
        <TextField
          label={words.validTo}
          placeholder={id.fields.dateHint}
          value={draft.validTo}
          error={errors.validTo}
          onChange={(validTo) => change({ validTo })}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label={words.hourFrom}
          value={draft.hourFrom}
          error={errors.hourFrom}
          onChange={(hourFrom) => change({ hourFrom })}
        />
        <TextField
          label={words.hourTo}
          value={draft.hourTo}
          error={errors.hourTo}
          onChange={(hourTo) => change({ hourTo })}
        />
      </div>
      <p className={styles.hint}>{words.hourHint}</p>
    </>
  );
}

/** Saving and leaving the editor. */
function usePromotionEditor(
  entry: Entry<PromotionDraft>,
  onClose: () => void,
): { readonly save: Action; readonly back: Action } {
  const command = useCommand(engine.catalog.savePromotion);
  const save = async () => {
    const wrong = checkPromotion(entry.draft);
    if (!allRight(wrong)) return entry.refuse(wrong);
    const reply = await command.run(toPromotion(entry.draft));
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.saved(reply.value.promotion.name), text: words.savedText });
    onClose();
  };
  return {
    save: {
      id: 'promotions.save',
      label: words.save,
      help: words.saveHelp,
      key: 'F9',
      enabled: !command.pending,
      perform: () => void save(),
    },
    back: {
      id: 'promotions.back',
      label: words.back,
      help: words.backHelp,
      key: 'Escape',
      perform: onClose,
    },
  };
}

import type { PromotionReply } from '../../../shared/contract/catalog.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { DateSpanFields } from '../../ui/date-span.tsx';
import { allRight } from '../../ui/field-checks.ts';
import { CheckField, SelectField, TextField } from '../../ui/field.tsx';
import { FormPanel, useFormKeys } from '../../ui/form-panel.tsx';
import forms from '../../ui/form.module.css';
import { say, sayRefusal } from '../../ui/messages.ts';
import { OptionKeys } from '../../ui/option-keys.tsx';
import { optionsOf } from '../../ui/options.ts';
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

const KINDS = optionsOf(['percent', 'amount', 'buy-get', 'bundle'], words.kinds);
const FOR_WHOM = optionsOf(['all', 'anggota', 'grosir'], words.tierKinds);

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
  const { pending, run } = useCommand(engine.catalog.savePromotion);
  const save = async () => {
    const wrong = checkPromotion(entry.draft);
    if (!allRight(wrong)) return entry.refuse(wrong);
    const saved = await run(toPromotion(entry.draft));
    if (!saved.ok) return sayRefusal(saved.error);
    say({ tone: 'done', title: words.saved(saved.value.promotion.name), text: words.savedText });
    return onClose();
  };
  const keys = useFormKeys({ name: 'promotions', pending, save, onClose, words });
  return (
    <FormPanel
      title={reply === null ? words.newTitle : words.editTitle}
      refusals={entry.refusals}
      keys={keys}
    >
      <Fields entry={entry} />
    </FormPanel>
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
      <div className={forms.pair}>
        <DateSpanFields
          span={{ from: draft.validFrom, to: draft.validTo }}
          labels={{ from: words.validFrom, to: words.validTo }}
          errors={{ from: errors.validFrom, to: errors.validTo }}
          onFrom={(validFrom) => change({ validFrom })}
          onTo={(validTo) => change({ validTo })}
        />
      </div>
      <div className={forms.pair}>
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

import { useState } from 'react';
import type { ProgrammeGoodsReply, ProgrammesReply } from '../../../../shared/contract/programmes.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { allRight } from '../../../ui/field-checks.ts';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { FindProduct } from '../../../ui/find-product.tsx';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { useEntry } from '../../../ui/use-entry.ts';
import { FormPanel, useFormKeys } from '../../../ui/form-panel.tsx';
import { optionsOf } from '../../../ui/options.ts';
import { checkGoods, goodsDraftOf, newGoods, toGoods } from './goods-draft.ts';

const words = id.subsidyOffice.rules;
const form = words.goodsForm;

const ROLES = optionsOf(['none', 'refill', 'empty', 'deposit'], form.roles);

interface GoodsFormProps {
  readonly reply: ProgrammesReply;
  /** `null` for a product that is not linked yet. */
  readonly goods: ProgrammeGoodsReply | null;
  readonly onClose: () => void;
}

/** Of which programme a product is, how much of its unit it holds, and its part among cylinders. */
export function GoodsForm({ reply, goods, onClose }: GoodsFormProps) {
  const [picked, setPicked] = useState(goods?.name ?? '');
  const first = reply.programmes[0]?.programme.programme ?? 'none';
  const entry = useEntry(goods === null ? newGoods(first) : goodsDraftOf(goods));
  const { draft, errors, change } = entry;
  const command = useCommand(engine.programmes.setGoods);
  const save = async () => {
    const wrong = checkGoods(draft);
    if (!allRight(wrong)) return entry.refuse(wrong);
    const answer = await command.run(toGoods(draft));
    if (!answer.ok) return sayRefusal(answer.error);
    say({ tone: 'done', title: form.saved(picked), text: form.savedText });
    return onClose();
  };
  const keys = useFormKeys({ name: 'subsidy.goods', pending: command.pending, save, onClose });
  const unit = reply.programmes.find((each) => each.programme.programme === draft.programme)?.programme.unit;
  return (
    <FormPanel
      title={form.title}
      aside={picked !== '' && <span>{picked}</span>}
      refusals={entry.refusals}
      keys={keys}
    >
      {goods === null && (
        <FindProduct
          startsFocused
          label={form.product}
          {...(picked !== '' && { placeholder: picked })}
          error={errors.productId}
          onTake={({ productId, name }) => {
            setPicked(name);
            change({ productId });
          }}
        />
      )}
      <SelectField
        label={words.programme}
        value={draft.programme}
        options={[
          ...reply.programmes.map(({ programme }) => ({
            value: programme.programme,
            label: programme.name,
          })),
          { value: 'none', label: form.noProgramme },
        ]}
        onChange={(programme) => change({ programme })}
      />
      <SelectField
        label={form.role}
        hint={form.roleHint}
        value={draft.role}
        options={ROLES}
        onChange={(role) => change({ role })}
      />
      <TextField
        startsFocused={goods !== null}
        label={form.measure(unit ?? '')}
        hint={form.measureHint}
        inputMode="decimal"
        value={draft.measure}
        error={errors.measure}
        onChange={(measure) => change({ measure })}
      />
    </FormPanel>
  );
}

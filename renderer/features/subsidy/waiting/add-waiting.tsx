import { useRef, useState } from 'react';
import type { ProgrammeGoodsReply } from '../../../../shared/contract/programmes.ts';
import type { Registration } from '../../../../shared/contract/subsidy.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { categoryNames } from '../../../../shared/i18n/id/subsidy-findings.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions, useScanner } from '../../../keyboard/keyboard.tsx';
import { parseQuantity } from '../../../ui/figures.ts';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { NextStep } from '../../../ui/next-step.tsx';
import { NumberPad } from '../../../ui/number-pad.tsx';
import { RailPanel } from '../../../ui/rail-panel.tsx';
import { startMarked } from '../../../ui/start-marked.ts';
import { useEntry } from '../../../ui/use-entry.ts';
import { FindPerson, useFindPerson } from '../find-person.tsx';
import { FormPanel, useFormKeys } from '../../../ui/form-panel.tsx';
import { Note } from '../../../ui/note.tsx';
import { RegisterForm } from '../register-form.tsx';
import { sayStillFilling } from '../../../ui/use-rows.ts';
import { maskedNumber, shownWho } from '../who.ts';

const words = id.subsidyOffice.waiting;

interface AddWaitingProps {
  /** What was scanned already; empty otherwise. */
  readonly text: string;
  readonly goods: readonly ProgrammeGoodsReply[];
  readonly onClose: () => void;
}

/** What people stand in line for: fillings of cylinders first, then whatever else is of a programme. */
function offered(goods: readonly ProgrammeGoodsReply[]): readonly ProgrammeGoodsReply[] {
  const ruled = goods.filter((each) => each.active && each.programme !== null);
  const isRefill = (each: ProgrammeGoodsReply) => each.cylinder?.role === 'refill';
  return [...ruled.filter(isRefill), ...ruled.filter((each) => !isRefill(each))];
}

/** Puts somebody in line: who, then how many, then the next one. */
export function AddWaiting({ text, goods, onClose }: AddWaitingProps) {
  const [start, setStart] = useState(text);
  const [person, setPerson] = useState<Registration | null>(null);
  /** What was typed of somebody who is not registered yet. */
  const [registering, setRegistering] = useState<string | null>(null);
  const [productId, setProductId] = useState<string | null>(null);
  const products = offered(goods);
  const product = products.find((each) => each.productId === productId) ?? products[0];
  if (registering !== null) {
    return (
      <RegisterForm
        nik={registering}
        programme={product?.programme ?? null}
        onClose={() => setRegistering(null)}
        onDone={(registered) => {
          setRegistering(null);
          setPerson(registered);
        }}
      />
    );
  }
  if (person === null || product === undefined) {
    return (
      <WhoPanel
        text={start}
        none={product === undefined}
        onPick={setPerson}
        onRegister={setRegistering}
        onClose={onClose}
      />
    );
  }
  return (
    <HowManyPanel
      key={person.registrationId}
      person={person}
      products={products}
      product={product}
      onProduct={setProductId}
      onAdded={() => {
        // The next one is somebody else, and the number of the last one stands there for nobody to read.
        setStart('');
        setPerson(null);
      }}
      onBack={() => setPerson(null)}
    />
  );
}

interface WhoPanelProps {
  readonly text: string;
  readonly none: boolean;
  readonly onPick: (person: Registration) => void;
  readonly onRegister: (typed: string) => void;
  readonly onClose: () => void;
}

function WhoPanel({ text, none, onPick, onRegister, onClose }: WhoPanelProps) {
  const field = useRef<HTMLInputElement>(null);
  const search = useFindPerson(text, onPick);
  useScanner(search.type);
  const back: Action = {
    id: 'subsidy.waiting-add-back',
    label: words.back,
    help: words.backHelp,
    key: 'Escape',
    perform: onClose,
  };
  const found = search.found.length > 0;
  const main: Action = {
    id: 'subsidy.waiting-who',
    label: found ? words.pick : words.register,
    help: found ? words.pickHelp : words.registerHelp,
    key: 'F9',
    enabled: !none,
    perform: () => (found ? search.take() : onRegister(search.typed)),
  };
  const look: Action = {
    id: 'subsidy.waiting-look',
    label: '',
    key: 'F2',
    silent: true,
    perform: () => {
      field.current?.focus();
      field.current?.select();
    },
  };
  useActions([back, look, main]);
  return (
    <RailPanel title={words.addTitle} foot={<NextStep back={back} main={main} />}>
      {none ? <Note>{words.noGoods}</Note> : <FindPerson field={field} search={search} />}
      <NumberPad touchOnly field={field} label={id.fields.pad} eraseLabel={id.fields.erase} />
    </RailPanel>
  );
}

interface HowManyPanelProps {
  readonly person: Registration;
  readonly products: readonly ProgrammeGoodsReply[];
  readonly product: ProgrammeGoodsReply;
  readonly onProduct: (productId: string) => void;
  readonly onAdded: () => void;
  readonly onBack: () => void;
}

function HowManyPanel(props: HowManyPanelProps) {
  const { person, products, product, onProduct, onAdded, onBack } = props;
  const { draft, errors, change, refuse, refusals } = useEntry({
    quantity: '1',
    category: person.categories[0] ?? null,
  });
  const { quantity, category } = draft;
  const { pending, run } = useCommand(engine.subsidy.addWaiting);
  // Whoever is scanned now comes after this one, who is not in line yet.
  useScanner(sayStillFilling);
  const add = async () => {
    const quantityThousandths = parseQuantity(quantity);
    if (quantityThousandths === null || quantityThousandths === 0) {
      return refuse({ quantity: words.errors.quantity });
    }
    const { registrationId } = person;
    const reply = await run({ registrationId, productId: product.productId, quantityThousandths, category });
    if (!reply.ok) return sayRefusal(reply.error);
    const position = reply.value.entries.length;
    say({ tone: 'done', title: words.added(position, maskedNumber(person)), text: words.addedText });
    return onAdded();
  };
  const keys = useFormKeys({
    name: 'subsidy.waiting-put',
    pending,
    save: add,
    onClose: onBack,
    words: { save: words.put },
  });
  return (
    <FormPanel
      pad
      title={shownWho(person)}
      aside={person.nameState !== 'hidden' && <span>{maskedNumber(person)}</span>}
      refusals={refusals}
      keys={keys}
    >
      <TextField
        ref={startMarked}
        label={words.quantity(product.unit)}
        inputMode="decimal"
        value={quantity}
        error={errors.quantity}
        onChange={(typed) => change({ quantity: typed })}
      />
      {products.length > 1 && (
        <SelectField
          label={words.product}
          value={product.productId}
          options={products.map((each) => ({ value: each.productId, label: each.name }))}
          onChange={onProduct}
        />
      )}
      {person.categories.length > 1 && category !== null && (
        <SelectField
          label={words.category}
          value={category}
          options={person.categories.map((value) => ({ value, label: categoryNames[value] }))}
          onChange={(chosen) => change({ category: chosen })}
        />
      )}
    </FormPanel>
  );
}

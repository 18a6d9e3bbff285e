import { useRef, useState, type SubmitEvent } from 'react';
import type { TicketLine } from '../../../shared/contract/till.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import type { Action } from '../../keyboard/action.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Button } from '../../ui/button.tsx';
import { groupAmount } from '../../ui/figures.ts';
import { say } from '../../ui/messages.ts';
import { NumberPad } from '../../ui/number-pad.tsx';
import { CHANGE_WAYS, readChange, type Change, type ChangeWay } from './change-amount.ts';
import styles from './change-field.module.css';
import type { Basket } from './use-basket.ts';

const words = id.till.change;

interface ChangeFieldProps {
  readonly line: TicketLine;
  readonly basket: Basket;
  readonly onChange: (change: Change) => void;
  readonly onBack: () => void;
}

/** The amount of a price by hand: a new price, rupiah off, or percent off. F10 goes from one to the next. */
export function ChangeField({ line, basket, onChange, onBack }: ChangeFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [way, setWay] = useState<ChangeWay>('price');
  const [text, setText] = useState('');
  const change = readChange(way, text, line);
  const undo = useUndo(line, basket, onBack);
  const next = CHANGE_WAYS[(CHANGE_WAYS.indexOf(way) + 1) % CHANGE_WAYS.length] ?? 'price';
  useHome(field);
  useActions([
    { id: 'till.change-back', label: id.till.action.basket, key: 'Escape', perform: onBack },
    {
      id: 'till.change-way',
      label: words.toggle,
      help: words.toggleHelp,
      key: 'F10',
      perform: () => setWay(next),
    },
    ...(undo === null ? [] : [undo]),
  ]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() === '') onBack();
    else if (change !== null) onChange(change);
    else say({ tone: 'refused', passing: true, title: words.wrong, text: words.wrongText });
  };
  return (
    <form className={styles.entry} onSubmit={submit}>
      <label className={styles.label} htmlFor="till-change">
        {words.title(line.name)}
      </label>
      <span className={styles.comes}>{noteOn(way, change, line)}</span>
      <input
        id="till-change"
        ref={field}
        className={styles.input}
        inputMode={way === 'percent' ? 'decimal' : 'numeric'}
        autoComplete="off"
        maxLength={14}
        placeholder={way === 'price' ? formatAmount(line.unitPriceRp) : '0'}
        value={text}
        onChange={({ target: { value } }) => setText(way === 'percent' ? value : groupAmount(value))}
      />
      <Button type="submit" keepsFocus keyName="Enter">
        {words.next}
      </Button>
      <ChangeWays way={way} next={next} undo={undo} onWay={setWay} />
      <div className={styles.pad}>
        <NumberPad
          touchOnly
          decimal={way === 'percent'}
          label={id.fields.pad}
          eraseLabel={id.fields.erase}
          field={field}
        />
      </div>
    </form>
  );
}

interface ChangeWaysProps {
  readonly way: ChangeWay;
  /** The one that F10 goes to. */
  readonly next: ChangeWay;
  readonly undo: Action | null;
  readonly onWay: (way: ChangeWay) => void;
}

function ChangeWays({ way, next, undo, onWay }: ChangeWaysProps) {
  return (
    <fieldset className={styles.ways} aria-label={words.ways}>
      {CHANGE_WAYS.map((each) => (
        <Button
          key={each}
          keepsFocus
          pressed={each === way}
          onPress={() => onWay(each)}
          {...(each === next ? { keyName: 'F10' } : {})}
        >
          {words[each]}
        </Button>
      ))}
      {undo && <ActionButton action={undo} keepsFocus />}
    </fieldset>
  );
}

/** What a percentage comes to; else what the line costs as it stands. */
function noteOn(way: ChangeWay, change: Change | null, line: TicketLine): string {
  if (way === 'percent' && change?.kind === 'discount') return words.comesTo(formatAmount(change.discountRp));
  return words.priceNow(formatAmount(way === 'price' ? line.unitPriceRp : line.totalRp));
}

/** Gives a line its own price back, where a hand has changed it. */
function useUndo(line: TicketLine, basket: Basket, onBack: () => void): Action | null {
  const { lineId, reason, discounts } = line;
  const byHand = discounts.some((discount) => discount.kind === 'manual');
  if (reason.kind !== 'manual' && !byHand) return null;
  return {
    id: 'till.change-undo',
    label: words.undo,
    help: words.undoHelp,
    key: 'Delete',
    perform: () => {
      onBack();
      if (byHand) void basket.setDiscount({ lineId, discountRp: 0 });
      if (reason.kind === 'manual') void basket.setPrice({ lineId, unitPriceRp: null });
    },
  };
}

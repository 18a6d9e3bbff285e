import { useRef, useState } from 'react';
import type { QrisPayment } from '../../../shared/contract/till.ts';
import type { QrisEvidence } from '../../../shared/journal/sale-bodies.ts';
import { formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { NumberPad } from '../../ui/number-pad.tsx';
import { OptionKeys } from '../../ui/option-keys.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { TextField } from '../../ui/field.tsx';
import styles from './qris-waiting.module.css';
import type { Basket } from './use-basket.ts';
import { useQrisActions } from './use-qris-actions.ts';

const words = id.pay.qris;

/** Where the store itself can see that money has arrived, in the order of the digits. */
const SEEN = (['app', 'notification', 'device'] as const).map((value) => ({
  value,
  label: words.seen[value],
}));

interface QrisWaitingProps {
  readonly basket: Basket;
  readonly payment: QrisPayment;
  /** Payments above this amount need the end of their reference; `null` while that is not known. */
  readonly referenceAboveRp: number | null;
  readonly onConfirmed: () => void;
}

/** A code that was shown: large, dashed, and not paid until the evidence was seen in the store. */
export function QrisWaiting({ basket, payment, referenceAboveRp, onConfirmed }: QrisWaitingProps) {
  const place = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [evidence, setEvidence] = useState<QrisEvidence | null>(null);
  const [reference, setReference] = useState('');
  const needed = referenceAboveRp !== null && payment.amountRp > referenceAboveRp;
  const actions = useQrisActions({ basket, payment, evidence, reference, needed, onConfirmed });
  useHome(place);
  useActions([actions.confirm, actions.print]);
  const see = (seen: QrisEvidence) => {
    setEvidence(seen);
    if (needed) field.current?.focus();
  };
  return (
    <section ref={place} tabIndex={-1} className={styles.qris} aria-label={words.waiting}>
      <figure className={styles.figure}>
        <QrCode rows={payment.modules} label={words.code} className={styles.code} />
        <figcaption>
          <b>{formatRupiah(payment.amountRp)}</b>
          <span>{words.payee(payment.merchantName)}</span>
        </figcaption>
      </figure>
      <div className={styles.facts}>
        <h2>{words.waiting}</h2>
        <p>
          <b>{words.notPaid}</b> {words.notProof}
        </p>
        <p className={styles.hint}>{words.notYet}</p>
        {needed && evidence !== null && (
          <NumberPad touchOnly label={id.fields.pad} eraseLabel={id.fields.erase} field={field} />
        )}
        <ActionButton action={actions.print} withIcon keepsFocus />
      </div>
      <form
        className={styles.proof}
        onSubmit={(event) => {
          event.preventDefault();
          actions.confirm.perform();
        }}
      >
        <OptionKeys label={words.evidence} columns={3} value={evidence} options={SEEN} onChange={see} />
        <TextField
          ref={field}
          label={words.reference}
          hint={needed ? words.referenceNeeded(formatRupiah(referenceAboveRp)) : words.referenceHint}
          inputMode="numeric"
          maxLength={40}
          value={reference}
          onChange={setReference}
        />
        <ActionButton
          action={actions.confirm}
          kind="main"
          size="tall"
          keepsFocus
          className={styles.confirm}
        />
      </form>
    </section>
  );
}

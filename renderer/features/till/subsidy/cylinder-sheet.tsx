import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
import { formatQuantity, formatRupiah } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { Basket } from '../use-basket.ts';
import styles from './cylinder-sheet.module.css';
import { cylinderActions } from './use-cylinder-actions.ts';

const words = id.subsidyTill.cylinder;

interface CylinderSheetProps {
  readonly basket: Basket;
  readonly ticket: Ticket;
  readonly kind: TicketSubsidy['cylinders'][number];
}

/** How many empty cylinders come in. One fewer is bought or lent: a line of its own. */
export function CylinderSheet({ basket, ticket, kind }: CylinderSheetProps) {
  const [instead, setInstead] = useState(false);
  const actions = cylinderActions(basket, ticket, kind, {
    buy: usePrice(kind.emptyProductId),
    loan: usePrice(kind.depositProductId),
  });
  const open = instead && kind.emptiesThousandths > 0;
  const fewer = {
    id: 'subsidy.cylinder-fewer',
    label: words.fewer,
    help: words.fewerHelp,
    key: '-',
    enabled: actions.buy.enabled === true || actions.loan.enabled === true,
    ...(actions.buy.whyNot === undefined ? {} : { whyNot: actions.buy.whyNot }),
    perform: () => setInstead(!open),
  };
  useActions([fewer, actions.more, actions.buy, actions.loan]);
  return (
    <Sheet label={words.title} className={styles.cylinders}>
      <div className={styles.what}>
        <h2>{words.title}</h2>
        {open ? (
          <div className={styles.instead}>
            <span className={styles.sub}>{words.instead}</span>
            <ActionButton action={actions.buy} keepsFocus />
            <ActionButton action={actions.loan} keepsFocus />
          </div>
        ) : (
          <p className={styles.sub}>{stockWords(kind, ticket)}</p>
        )}
      </div>
      <div className={styles.step}>
        <Step label={fewer.label} icon="minus" onPress={fewer.enabled ? fewer.perform : fewer.whyNot} />
        <output aria-label={words.title}>{formatQuantity(kind.emptiesThousandths)}</output>
        <Step
          label={actions.more.label}
          icon="plus"
          onPress={actions.more.enabled === true ? actions.more.perform : actions.more.whyNot}
        />
      </div>
    </Sheet>
  );
}

interface StepProps {
  readonly label: string;
  readonly icon: 'minus' | 'plus';
  readonly onPress: (() => void) | undefined;
}

function Step({ label, icon, onPress }: StepProps) {
  return (
    <Button keepsFocus label={label} className={styles.key} {...(onPress === undefined ? {} : { onPress })}>
      <Icon name={icon} />
    </Button>
  );
}

/** Everybody's price of one of some goods; null where there are none, or while it is not known. */
function usePrice(productId: string | null): number | null {
  const { data } = useQuery({ ...ask.product(productId ?? ''), enabled: productId !== null });
  return data?.priceRp ?? null;
}

/** What the sale does to the stock, and what is bought or lent of it. */
function stockWords(kind: CylinderSheetProps['kind'], { lines }: Ticket): string {
  const { fullOnHandThousandths, emptyOnHandThousandths, refillThousandths, emptiesThousandths } = kind;
  const stock = words.stock(
    formatQuantity(fullOnHandThousandths),
    formatQuantity(fullOnHandThousandths - refillThousandths),
    formatQuantity(emptyOnHandThousandths),
    formatQuantity(emptyOnHandThousandths + emptiesThousandths),
  );
  const sumOf = (wanted: string | null) =>
    formatRupiah(
      lines.filter(({ productId }) => productId === wanted).reduce((sum, { totalRp }) => sum + totalRp, 0),
    );
  const { boughtThousandths, loanedThousandths } = kind;
  const bought =
    boughtThousandths > 0
      ? [words.bought(formatQuantity(boughtThousandths), sumOf(kind.emptyProductId))]
      : [];
  const loaned =
    loanedThousandths > 0
      ? [words.loaned(formatQuantity(loanedThousandths), sumOf(kind.depositProductId))]
      : [];
  return [stock, ...bought, ...loaned].join('. ');
}

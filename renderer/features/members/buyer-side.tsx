import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { BuyerDetail } from '../../../shared/contract/members.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { Facts } from '../../ui/facts.tsx';
import { Fault, Waiting } from '../../ui/states.tsx';
import { BuyerEditor } from './buyer-editor.tsx';
import { DetailFoot } from './detail-foot.tsx';
import { ErasePerson } from './erase-person.tsx';
import { History, HISTORY } from './history.tsx';
import { RailEmpty, RailPanel } from '../../ui/rail-panel.tsx';
import { Inactive, shownName } from './who.tsx';

const words = id.members;

/** What stands beside the list: nothing, an institution to read, to change or to erase, or a new one. */
export type OpenedBuyer =
  | { readonly kind: 'buyer' | 'edit' | 'erase'; readonly buyerId: string }
  | { readonly kind: 'new' }
  | null;

interface BuyerSideProps {
  readonly opened: OpenedBuyer;
  readonly onOpen: (opened: OpenedBuyer) => void;
  readonly onClose: () => void;
}

/** One institution beside the list. */
export function BuyerSide({ opened, onOpen, onClose }: BuyerSideProps) {
  if (opened === null) {
    return (
      <RailEmpty title={words.buyersNothing}>
        <p>{words.nothingText}</p>
      </RailEmpty>
    );
  }
  if (opened.kind === 'new') return <BuyerEditor key="new" buyer={null} onClose={onClose} />;
  return <OneBuyer key={opened.buyerId} opened={opened} onOpen={onOpen} onClose={onClose} />;
}

interface OneBuyerProps extends BuyerSideProps {
  readonly opened: { readonly kind: 'buyer' | 'edit' | 'erase'; readonly buyerId: string };
}

function OneBuyer({ opened, onOpen, onClose }: OneBuyerProps) {
  const { buyerId } = opened;
  const { data: buyer, error } = useQuery(ask.buyer(buyerId));
  if (error !== null) return <Fault error={error} />;
  if (buyer === undefined) return <Waiting />;
  const toDetail = () => onOpen({ kind: 'buyer', buyerId });
  if (opened.kind === 'edit') return <BuyerEditor buyer={buyer} onClose={toDetail} />;
  if (opened.kind === 'erase') {
    return <ErasePerson who={{ kind: 'buyer', id: buyerId, name: buyer.name }} onClose={toDetail} />;
  }
  return (
    <Detail
      buyer={buyer}
      foot={
        <DetailFoot
          erased={buyer.nameState === 'erased'}
          onEdit={() => onOpen({ kind: 'edit', buyerId })}
          onErase={() => onOpen({ kind: 'erase', buyerId })}
          onClose={onClose}
        />
      }
    />
  );
}

interface DetailProps {
  readonly buyer: BuyerDetail;
  readonly foot: ReactNode;
}

function Detail({ buyer, foot }: DetailProps) {
  const sales = useQuery(ask.salesOfBuyer(buyer.buyerId, HISTORY)).data;
  const heads = words.detail;
  return (
    <RailPanel title={shownName(buyer)} aside={<Inactive active={buyer.active} />} foot={foot}>
      <Facts
        tight
        rows={[
          { name: words.columns.kind, value: words.kinds[buyer.kind] },
          { name: heads.tier, value: words.tiers[buyer.tier] },
          ...(buyer.contact === '' ? [] : [{ name: heads.contact, value: buyer.contact }]),
          { name: heads.phone, value: buyer.phone === '' ? heads.noPhone : buyer.phone },
          ...(buyer.address === '' ? [] : [{ name: heads.address, value: buyer.address }]),
          { name: heads.term, value: words.termDays(buyer.termDays) },
          {
            name: heads.invoiceLimit,
            value: buyer.creditLimitRp === 0 ? heads.noLimit : formatAmount(buyer.creditLimitRp),
          },
          { name: heads.invoiceOwes, value: <b>{formatAmount(buyer.owesRp)}</b> },
        ]}
      />
      <History sales={sales} />
    </RailPanel>
  );
}

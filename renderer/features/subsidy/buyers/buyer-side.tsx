import { useQuery } from '@tanstack/react-query';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { RailEmpty } from '../../../ui/rail-panel.tsx';
import { Fault, Waiting } from '../../../ui/states.tsx';
import { RegisterForm } from '../register-form.tsx';
import { BuyerDetail } from './buyer-detail.tsx';
import { BuyerEditor } from './buyer-editor.tsx';
import { EraseBuyer } from './erase-buyer.tsx';

const words = id.subsidyOffice.buyers;

/** What stands beside the list: nothing, somebody to read, to change or to erase, or somebody new. */
export type OpenedBuyer =
  | { readonly kind: 'buyer' | 'edit' | 'erase'; readonly registrationId: string }
  | { readonly kind: 'new' }
  | null;

interface BuyerSideProps {
  readonly opened: OpenedBuyer;
  readonly onOpen: (opened: OpenedBuyer) => void;
  /** Somebody is now called otherwise than what was searched for. */
  readonly onUnlisted: () => void;
  readonly onClose: () => void;
}

/** One registration beside the list. */
export function BuyerSide({ opened, onOpen, onUnlisted, onClose }: BuyerSideProps) {
  if (opened === null) {
    return (
      <RailEmpty title={words.nothing}>
        <p>{words.nothingText}</p>
      </RailEmpty>
    );
  }
  if (opened.kind === 'new') {
    return (
      <RegisterForm
        nik=""
        programme={null}
        onDone={({ registrationId }) => {
          onUnlisted();
          onOpen({ kind: 'buyer', registrationId });
        }}
        onClose={onClose}
      />
    );
  }
  return (
    <OneBuyer
      key={opened.registrationId}
      opened={opened}
      onOpen={onOpen}
      onUnlisted={onUnlisted}
      onClose={onClose}
    />
  );
}

interface OneBuyerProps extends BuyerSideProps {
  readonly opened: Extract<OpenedBuyer, { registrationId: string }>;
}

function OneBuyer({ opened, onOpen, onUnlisted, onClose }: OneBuyerProps) {
  const { registrationId } = opened;
  const { data: buyer, error } = useQuery(ask.registration(registrationId));
  if (error !== null) return <Fault error={error} />;
  if (buyer === undefined) return <Waiting />;
  const read = () => onOpen({ kind: 'buyer', registrationId });
  if (opened.kind === 'edit') return <BuyerEditor buyer={buyer} onClose={read} />;
  if (opened.kind === 'erase') return <EraseBuyer buyer={buyer} onErased={onUnlisted} onClose={read} />;
  return <BuyerDetail buyer={buyer} onTurn={(kind) => onOpen({ kind, registrationId })} onClose={onClose} />;
}

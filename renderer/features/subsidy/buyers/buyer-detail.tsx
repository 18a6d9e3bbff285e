import type { RegistrationDetail } from '../../../../shared/contract/subsidy.ts';
import { formatDate, formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { categoryNames } from '../../../../shared/i18n/id/subsidy-findings.ts';
import { useProgrammeNames } from '../../../data/use-programmes.ts';
import { useMay } from '../../../data/use-shop.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Facts } from '../../../ui/facts.tsx';
import ledger from '../../../ui/ledger.module.css';
import { SecondLine } from '../../../ui/list-table.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { Note } from '../../../ui/note.tsx';
import panel from '../../../ui/rail-panel.module.css';
import { RailPanel } from '../../../ui/rail-panel.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { masked, shownName } from '../who.ts';
import styles from './buyers.module.css';

const words = id.subsidyOffice.buyers;
const detail = words.detail;

interface BuyerDetailProps {
  readonly buyer: RegistrationDetail;
  readonly onTurn: (kind: 'edit' | 'erase') => void;
  readonly onClose: () => void;
}

/** Everything that is kept of a buyer, to read: masked, with why and until when. */
export function BuyerDetail({ buyer, onTurn, onClose }: BuyerDetailProps) {
  return (
    <RailPanel
      title={shownName(buyer)}
      aside={buyer.farmer && <Tag>{words.farmer}</Tag>}
      foot={<DetailFoot erased={buyer.erased} onTurn={onTurn} onClose={onClose} />}
    >
      {buyer.erased && <Note apart>{detail.erasedText}</Note>}
      <Facts tight rows={facts(buyer)} />
      <Allotments buyer={buyer} />
      <h3>{detail.purchases}</h3>
      <Purchases buyer={buyer} />
      <Note apart>{id.subsidyOffice.knownBy.store}</Note>
    </RailPanel>
  );
}

function facts(buyer: RegistrationDetail) {
  const { maskedNik, maskedKk, hasNik, hasKk, categories, address, purpose, expiresOn } = buyer;
  const number = (digits: string, has: boolean) => (has ? masked(digits) || detail.gone : detail.none);
  return [
    { name: detail.nik, value: number(maskedNik, hasNik) },
    { name: detail.kk, value: number(maskedKk, hasKk) },
    {
      name: detail.categories,
      value:
        categories.length === 0
          ? detail.none
          : categories.map((category) => categoryNames[category]).join(', '),
    },
    ...(address === '' ? [] : [{ name: detail.address, value: address }]),
    { name: detail.purpose, value: purpose === '' ? detail.none : purpose },
    { name: detail.expires, value: formatDate(expiresOn) },
  ];
}

/** What each programme gives a farmer for a season. */
function Allotments({ buyer: { allotments } }: { readonly buyer: RegistrationDetail }) {
  const named = useProgrammeNames();
  if (allotments.length === 0) return null;
  return (
    <>
      <h3>{detail.allotments}</h3>
      <Facts
        tight
        label={detail.allotments}
        rows={allotments.map(({ programme, quantityThousandths }) => ({
          name: named(programme).name,
          value: `${formatQuantity(quantityThousandths)} ${named(programme).unit}`,
        }))}
      />
    </>
  );
}

function Purchases({ buyer: { purchases } }: { readonly buyer: RegistrationDetail }) {
  const named = useProgrammeNames();
  if (purchases.length === 0) return <p className={panel.quiet}>{detail.noPurchases}</p>;
  return (
    <table className={ledger.ledger} aria-label={detail.purchases}>
      <tbody>
        {purchases.map((purchase) => (
          <tr key={`${purchase.saleId} ${purchase.programme}`}>
            <td>
              {formatDate(purchase.date)}
              <SecondLine>{purchase.receipt}</SecondLine>
            </td>
            <td className={ledger.soft}>{named(purchase.programme).name}</td>
            <td className={ledger.num}>
              <b>{formatQuantity(purchase.quantityThousandths)}</b> {named(purchase.programme).unit}
              {purchase.returnedThousandths > 0 && (
                <SecondLine>{detail.returned(formatQuantity(purchase.returnedThousandths))}</SecondLine>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DetailFootProps extends Pick<BuyerDetailProps, 'onTurn' | 'onClose'> {
  readonly erased: boolean;
}

function DetailFoot({ erased, onTurn, onClose }: DetailFootProps) {
  const mayEdit = useMay('subsidy.manage') && !erased;
  const mayErase = useMay('member.erase') && !erased;
  const back: Action = {
    id: 'subsidy.buyer-list',
    label: words.list,
    help: words.listHelp,
    key: 'Escape',
    perform: onClose,
  };
  const edit: Action = {
    id: 'subsidy.buyer-edit',
    label: detail.edit,
    help: detail.editHelp,
    key: 'F9',
    perform: () => onTurn('edit'),
  };
  const erase: Action = {
    id: 'subsidy.buyer-erase',
    label: words.erase.action,
    help: words.erase.actionHelp,
    key: 'F4',
    icon: 'trash',
    perform: () => onTurn('erase'),
  };
  useActions([back, ...(mayEdit ? [edit] : []), ...(mayErase ? [erase] : [])]);
  return (
    <>
      {mayErase && <ActionButton action={erase} withIcon className={styles.beside} />}
      {mayEdit ? <NextStep back={back} main={edit} /> : <ActionButton action={back} size="tall" />}
    </>
  );
}

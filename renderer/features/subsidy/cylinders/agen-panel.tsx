import type { CylinderState } from '../../../../shared/contract/cylinders.ts';
import { formatDateShort, formatQuantity, formatRupiah } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { Facts } from '../../../ui/facts.tsx';
import { Note } from '../../../ui/note.tsx';
import panel from '../../../ui/rail-panel.module.css';
import { RailPanel } from '../../../ui/rail-panel.tsx';

const words = id.subsidyOffice.cylinders;

/** What each agen is owed, and what buyers have left as deposits. */
export function AgenPanel({ kind }: { readonly kind: CylinderState }) {
  return (
    <RailPanel title={words.agens}>
      {kind.agens.length === 0 ? (
        <p className={panel.quiet}>{words.noAgens}</p>
      ) : (
        kind.agens.map((agen) => (
          <div key={agen.agen}>
            <h3>
              {agen.agen}
              <span>{words.lastDelivery(formatDateShort(agen.lastDate))}</span>
            </h3>
            <Facts
              tight
              rows={[
                {
                  name: agen.owedThousandths < 0 ? words.agenOwes : words.owedToAgen,
                  value: words.cylinders(formatQuantity(Math.abs(agen.owedThousandths))),
                },
                ...(agen.lastDocument === '' ? [] : [{ name: words.document, value: agen.lastDocument }]),
              ]}
            />
          </div>
        ))
      )}
      <h3>{words.deposits}</h3>
      <Facts
        tight
        rows={[
          { name: words.loaned, value: words.cylinders(formatQuantity(kind.loanedThousandths)) },
          { name: words.depositsHeld, value: formatRupiah(kind.depositsRp) },
        ]}
      />
      <Note apart>{words.books}</Note>
    </RailPanel>
  );
}

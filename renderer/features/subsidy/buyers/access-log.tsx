import { useQuery } from '@tanstack/react-query';
import { formatAmount, formatDateTime } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { useShopOffset } from '../../../data/use-shop.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import ledger from '../../../ui/ledger.module.css';
import { ListRow, ListSheet, ListTable, SecondLine } from '../../../ui/list-table.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Empty, Fault, Waiting } from '../../../ui/states.tsx';
import { SectionFrame, type SectionProps } from '../sections.tsx';
import { useRows } from '../../../ui/use-rows.ts';
import { masked } from '../who.ts';
import styles from './buyers.module.css';

const words = id.subsidyOffice.buyers.accesses;

/** Looks at once: enough for years of a village store. */
const SHOWN = 200;

/** Who took whole numbers out of the vault, when, and what for. */
export function AccessLog({ onSection, onLeave }: SectionProps & { readonly onLeave: () => void }) {
  const { data: log, error } = useQuery(ask.accessLog({ limit: SHOWN }));
  const offset = useShopOffset();
  const { row } = useRows(log?.accesses.length ?? 0);
  const back: Action = {
    id: 'subsidy.access-back',
    label: words.back,
    help: words.backHelp,
    key: 'Escape',
    perform: onLeave,
  };
  useActions([back]);
  return (
    <SectionFrame section="buyers" onSection={onSection}>
      <Screen
        title={words.title}
        aside={log === undefined ? undefined : words.aside(formatAmount(log.total))}
        tools={<ActionButton action={back} />}
      >
        {error !== null && <Fault error={error} />}
        {error === null && log === undefined && <Waiting />}
        {log !== undefined && (
          <ListSheet>
            {log.accesses.length === 0 ? (
              <Empty title={words.empty}>
                <p>{words.emptyText}</p>
              </Empty>
            ) : (
              <ListTable
                label={words.title}
                head={
                  <>
                    <th className={styles.when}>{words.columns.at}</th>
                    <th className={styles.staff}>{words.columns.staff}</th>
                    <th>{words.columns.whose}</th>
                    <th>{words.columns.purpose}</th>
                  </>
                }
              >
                {log.accesses.map((access, at) => (
                  <ListRow key={`${access.at} ${access.registrationId} ${at}`} current={at === row}>
                    <td>{formatDateTime(access.at, offset)}</td>
                    <td>{access.staff}</td>
                    <td>
                      {access.name === '' ? id.subsidyOffice.who.erased : access.name}{' '}
                      <span className={ledger.soft}>{masked(access.maskedNik)}</span>
                    </td>
                    <td>
                      {words.purposes[access.purpose]}
                      {access.note !== '' && <SecondLine>{access.note}</SecondLine>}
                    </td>
                  </ListRow>
                ))}
              </ListTable>
            )}
          </ListSheet>
        )}
      </Screen>
    </SectionFrame>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { formatAmount, formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { engine } from '../../data/engine.ts';
import type { Action } from '../../keyboard/action.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions, useScanner } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { ListSheet } from '../../ui/list-table.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Empty, Fault } from '../../ui/states.tsx';
import { AgeingStrip } from './ageing-strip.tsx';
import { DebtorSide } from './debtor-side.tsx';
import { DebtorTable } from './debtor-table.tsx';
import type { DebtorRef } from './index.tsx';
import { SearchField } from './search-field.tsx';
import { EVERYBODY, useDebtList } from './use-debt-list.ts';

const words = id.debts;

interface DebtListProps {
  /** Who is open when the list comes back. */
  readonly first: DebtorRef | null;
  readonly onPay: (debtor: DebtorRef) => void;
}

/** Everybody who owes, the longest late first, and one of them open beside the list. */
export function DebtList({ first, onPay }: DebtListProps) {
  const { filter, asked, row, opened, field, ...list } = useDebtList(first);
  const page = useQuery({ ...ask.debtors(asked), placeholderData: keepPreviousData });
  const debtors = page.data?.debtors ?? [];
  useHome(field);
  const tools = useListActions({ ...list, filter });
  const open = (at: number) => {
    const debtor = debtors[at];
    if (debtor !== undefined) list.show({ kind: debtor.kind, id: debtor.debtorId });
  };
  useScanner((code) => {
    list.narrow({ ...EVERYBODY, text: code });
    void debtorOfCode(code).then((debtor) => {
      if (debtor !== undefined) list.show(debtor);
    });
  });
  return (
    <Screen
      title={words.title}
      railWidth="wide"
      aside={page.data && <Owed total={page.data.total} owedRp={page.data.owedRp} />}
      tools={tools.map((action) => (
        <ActionButton key={action.id} action={action} />
      ))}
      rail={<DebtorSide opened={opened} onPay={onPay} onClose={list.close} />}
    >
      <ListSheet>
        <SearchField
          field={field}
          filter={filter}
          onFilter={list.narrow}
          onMove={(step) => list.move(step, debtors.length)}
          onEnter={() => open(row)}
        />
        {page.data !== undefined && <AgeingStrip ageing={page.data.ageing} />}
        {page.error && <Fault error={page.error} />}
        {page.data?.total === 0 && <Nothing filtered={asked !== EVERYBODY} />}
        {debtors.length > 0 && (
          <DebtorTable
            debtors={debtors}
            row={row}
            openId={opened?.id ?? null}
            onOpen={open}
            more={(page.data?.total ?? 0) - debtors.length}
          />
        )}
      </ListSheet>
    </Screen>
  );
}

/** How many owe how much; on the small till the sum is what counts. */
function Owed({ total, owedRp }: { readonly total: number; readonly owedRp: number }) {
  const owed = formatRupiah(owedRp);
  return (
    <>
      <span className="when-wide">{words.aside(formatAmount(total), owed)}</span>
      <span className="when-narrow">{owed}</span>
    </>
  );
}

/** Whose card, or whose receipt, was scanned. */
async function debtorOfCode(code: string): Promise<DebtorRef | undefined> {
  const reply = await engine.debts.debtors({ text: code, limit: 1 });
  const found = reply.ok ? reply.value.debtors[0] : undefined;
  return found === undefined ? undefined : { kind: found.kind, id: found.debtorId };
}

/** F2 finds; the buttons in the title row choose which part of the list is shown. */
function useListActions(
  list: Pick<ReturnType<typeof useDebtList>, 'filter' | 'search' | 'narrow' | 'nextKind'>,
): Action[] {
  const buttons: Action[] = [
    {
      id: 'debts.kind',
      label: words.kinds[list.filter.kind],
      help: words.kindHelp,
      key: 'F6',
      perform: list.nextKind,
    },
  ];
  useActions([
    { id: 'debts.search', label: words.search, help: words.searchHelp, key: 'F2', perform: list.search },
    ...buttons,
  ]);
  return buttons;
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  return (
    <Empty title={filtered ? words.none : words.empty}>
      <p>{filtered ? words.noneText : words.emptyText}</p>
    </Empty>
  );
}

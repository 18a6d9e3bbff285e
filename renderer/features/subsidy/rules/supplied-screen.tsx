import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProgrammesReply, SuppliedRule } from '../../../../shared/contract/programmes.ts';
import { formatAmount } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { useMay } from '../../../data/use-shop.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { ListSheet } from '../../../ui/list-table.tsx';
import { say, sayRefusal } from '../../../ui/messages.ts';
import { NextStep } from '../../../ui/next-step.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Empty, Fault, Waiting } from '../../../ui/states.tsx';
import { SectionFrame, type SectionProps } from '../sections.tsx';
import { useRows } from '../../../ui/use-rows.ts';
import { placeWords } from './rule-words.ts';
import { SuppliedFacts, SuppliedTable } from './supplied-table.tsx';

const words = id.subsidyOffice.rules.suppliedList;

interface SuppliedScreenProps extends SectionProps {
  readonly reply: ProgrammesReply;
  readonly onLeave: () => void;
}

/** Dated rules that come with the till. None holds before somebody has read and taken it. */
export function SuppliedScreen({ reply, onSection, onLeave }: SuppliedScreenProps) {
  const { data: list, error } = useQuery(ask.suppliedRules());
  return (
    <SectionFrame section="rules" onSection={onSection}>
      {list === undefined ? (
        <Screen title={words.title}>{error === null ? <Waiting /> : <Fault error={error} />}</Screen>
      ) : (
        <SuppliedList place={placeWords(reply.place)} list={list} onLeave={onLeave} />
      )}
    </SectionFrame>
  );
}

/** What fits this store and is not there yet, as it is proposed to take. */
function proposed(list: readonly SuppliedRule[]): readonly string[] {
  return list.filter((each) => each.isNew && each.fits).map((each) => each.rule.ruleId);
}

interface SuppliedListProps {
  readonly place: string;
  readonly list: readonly SuppliedRule[];
  readonly onLeave: () => void;
}

function SuppliedList({ place, list, onLeave }: SuppliedListProps) {
  const [chosen, setChosen] = useState(() => proposed(list));
  const mayEdit = useMay('programme.edit');
  const toggle = (at: number) => {
    const entry = list[at];
    if (entry === undefined || !entry.isNew || !mayEdit) return;
    const { ruleId } = entry.rule;
    setChosen((held) => (held.includes(ruleId) ? held.filter((each) => each !== ruleId) : [...held, ruleId]));
  };
  const { row, setRow, open } = useRows(list.length, { onOpen: toggle });
  const { back, take } = useTaking(chosen, onLeave);
  useActions(mayEdit ? [back, take] : [back]);
  const current = list[row];
  return (
    <Screen
      title={words.title}
      aside={place}
      railWidth="wide"
      rail={current !== undefined && <SuppliedFacts entry={current} />}
      next={mayEdit ? <NextStep back={back} main={take} /> : <ActionButton action={back} size="tall" />}
    >
      <ListSheet>
        {list.length === 0 ? (
          <Empty title={words.empty} />
        ) : (
          <SuppliedTable list={list} row={row} chosen={chosen} onRow={setRow} onToggle={open} />
        )}
      </ListSheet>
    </Screen>
  );
}

function useTaking(
  chosen: readonly string[],
  onLeave: () => void,
): { readonly back: Action; readonly take: Action } {
  const command = useCommand(engine.programmes.takeSupplied);
  const perform = async () => {
    const reply = await command.run({ ruleIds: [...chosen] });
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.taken(formatAmount(chosen.length)), text: words.takenText });
    return onLeave();
  };
  return {
    back: {
      id: 'subsidy.supplied-back',
      label: words.back,
      help: words.backHelp,
      key: 'Escape',
      perform: onLeave,
    },
    take: {
      id: 'subsidy.supplied-take',
      label: words.take(formatAmount(chosen.length)),
      help: words.takeHelp,
      key: 'F9',
      enabled: !command.pending && chosen.length > 0,
      whyNot: () => say({ tone: 'attention', passing: true, title: words.choose, text: words.chooseText }),
      perform: () => void perform(),
    },
  };
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { useMay, useToday } from '../../../data/use-shop.ts';
import { NotMine } from '../../../ui/not-mine.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Fault, Waiting } from '../../../ui/states.tsx';
import { SectionFrame, type SectionProps } from '../sections.tsx';
import { RegisterChoice } from './register-choice.tsx';
import { RegisterPaper } from './register-paper.tsx';
import { spanOf, type Wish } from './wish.ts';

const words = id.subsidyOffice.registers;

/** Papers that fall out of what was sold: on the screen as they will be printed, then as a file. */
export function RegistersSection(props: SectionProps) {
  const may = useMay('subsidy.manage');
  return (
    <SectionFrame section="registers" onSection={props.onSection}>
      {may ? (
        <Registers />
      ) : (
        <Screen title={words.title}>
          <Sheet>
            <NotMine permission="subsidy.manage" title={words.notMine} />
          </Sheet>
        </Screen>
      )}
    </SectionFrame>
  );
}

function Registers() {
  const today = useToday();
  const [wish, setWish] = useState<Wish>({
    register: 'lpg-logbook',
    period: 'this-month',
    from: '',
    to: '',
    agen: null,
    sumEvery: 'day',
  });
  const span = spanOf(wish, today);
  const { register, agen, sumEvery } = wish;
  const asked = span === null ? null : { register, agen, sumEvery, ...span };
  const { data: view, error } = useQuery({
    ...ask.register(asked ?? { register, agen, sumEvery, from: today, to: today }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
  return (
    <Screen
      title={words.title}
      aside={words.names[register]}
      rail={
        <RegisterChoice
          wish={wish}
          span={span}
          today={today}
          agens={view?.agens ?? []}
          asked={asked}
          onWish={(part) => setWish({ ...wish, ...part })}
        />
      }
    >
      {error !== null && <Fault error={error} />}
      {error === null && view === undefined && <Waiting />}
      {view !== undefined && <RegisterPaper view={view} />}
    </Screen>
  );
}

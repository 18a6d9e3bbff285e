import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegisterName } from '../../../../shared/contract/registers.ts';
import { calendarDate } from '../../../../shared/domain/business-date.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { useEngineNow, useMay, useShopOffset } from '../../../data/use-shop.ts';
import { dateTyped, readSpan, type Span } from '../../../ui/dates.ts';
import { NotMine } from '../../../ui/not-mine.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Fault, Waiting } from '../../../ui/states.tsx';
import { SectionFrame, type SectionProps } from '../sections.tsx';
import { daysOf, type Period } from './periods.ts';
import { RegisterChoice } from './register-choice.tsx';
import { RegisterPaper } from './register-paper.tsx';

const words = id.subsidyOffice.registers;

/** Once a minute is enough to notice that it is another day. */
const EVERY_MINUTE = 60_000;

/** What is asked for. */
export interface Wish {
  readonly register: RegisterName;
  readonly period: Period;
  readonly from: string;
  readonly to: string;
  /** Of one agen alone; null for all. */
  readonly agen: string | null;
  readonly sumEvery: 'day' | 'month';
}

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
  const today = calendarDate(useEngineNow(EVERY_MINUTE), useShopOffset());
  const [wish, setWish] = useState<Wish>({
    register: 'lpg-logbook',
    period: 'this-month',
    from: '',
    to: '',
    agen: null,
    sumEvery: 'day',
  });
  const span = daysOf(wish.period, today, ownSpan(wish));
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

function ownSpan(wish: Wish): Span | null {
  const typed = readSpan(wish);
  return typeof typed === 'string' ? null : typed;
}

/** A span's dates as they stand in the fields of one's own. */
export function typedSpan({ from, to }: Span): Pick<Wish, 'from' | 'to'> {
  return { from: dateTyped(from), to: dateTyped(to) };
}

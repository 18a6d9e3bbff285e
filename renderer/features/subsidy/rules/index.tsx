import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { hush } from '../../../ui/messages.ts';
import { Screen } from '../../../ui/screen.tsx';
import { Fault, Waiting } from '../../../ui/states.tsx';
import { SectionFrame, type SectionProps } from '../sections.tsx';
import { GoodsScreen } from './goods-screen.tsx';
import { RuleList } from './rule-list.tsx';
import { SuppliedScreen } from './supplied-screen.tsx';

type Part = 'list' | 'supplied' | 'goods';

/** What a commodity may cost, who may buy it and how much: dated rules, each with its decree. */
export function RulesSection({ onSection }: SectionProps) {
  const [part, setPart] = useState<Part>('list');
  const programmes = useQuery(ask.programmes());
  const goTo = (next: Part) => {
    hush();
    setPart(next);
  };
  if (programmes.data === undefined) {
    return (
      <SectionFrame section="rules" onSection={onSection}>
        <Screen title={id.subsidyOffice.rules.title}>
          {programmes.error === null ? <Waiting /> : <Fault error={programmes.error} />}
        </Screen>
      </SectionFrame>
    );
  }
  const reply = programmes.data;
  switch (part) {
    case 'supplied':
      return <SuppliedScreen reply={reply} onSection={onSection} onLeave={() => setPart('list')} />;
    case 'goods':
      return <GoodsScreen reply={reply} onSection={onSection} onLeave={() => goTo('list')} />;
    case 'list':
      return (
        <RuleList
          reply={reply}
          onSection={onSection}
          onSupplied={() => goTo('supplied')}
          onGoods={() => goTo('goods')}
        />
      );
  }
}

import { useState } from 'react';
import { hush } from '../../../ui/messages.ts';
import type { SectionProps } from '../sections.tsx';
import { AccessLog } from './access-log.tsx';
import { BuyerList } from './buyer-list.tsx';

/** Who is registered for subsidised goods, what they had, and who looked at their numbers. */
export function BuyersSection({ onSection }: SectionProps) {
  const [part, setPart] = useState<'list' | 'log'>('list');
  const goTo = (next: 'list' | 'log') => {
    hush();
    setPart(next);
  };
  return part === 'log' ? (
    <AccessLog onSection={onSection} onLeave={() => goTo('list')} />
  ) : (
    <BuyerList onSection={onSection} onLog={() => goTo('log')} />
  );
}

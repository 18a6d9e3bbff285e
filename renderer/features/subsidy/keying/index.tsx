import { useState } from 'react';
import { hush } from '../../../ui/messages.ts';
import type { SectionProps } from '../sections.tsx';
import { CompareScreen } from './compare-screen.tsx';
import { QueueScreen } from './queue-screen.tsx';

/** What has to stand in another system too: one line after the other, or a file of theirs against ours. */
export function KeyingSection({ onSection }: SectionProps) {
  const [comparing, setComparing] = useState(false);
  const goTo = (next: boolean) => {
    hush();
    setComparing(next);
  };
  return comparing ? (
    <CompareScreen onSection={onSection} onLeave={() => setComparing(false)} />
  ) : (
    <QueueScreen onSection={onSection} onCompare={() => goTo(true)} />
  );
}

import { useState } from 'react';
import { hush } from '../../ui/messages.ts';
import { BuyersSection } from './buyers/index.tsx';
import { ClaimsSection } from './claims/index.tsx';
import { CylindersSection } from './cylinders/index.tsx';
import { KeyingSection } from './keying/index.tsx';
import { RegistersSection } from './registers/index.tsx';
import { RulesSection } from './rules/index.tsx';
import type { Section } from './sections.tsx';
import { WaitingSection } from './waiting/index.tsx';

const SCREENS = {
  waiting: WaitingSection,
  keying: KeyingSection,
  cylinders: CylindersSection,
  buyers: BuyersSection,
  registers: RegistersSection,
  rules: RulesSection,
  claims: ClaimsSection,
} as const;

/** Everything of subsidised goods that is not the counter: the line, the queue, cylinders, papers, rules. */
export function SubsidyScreen() {
  const [section, setSection] = useState<Section>('waiting');
  const Shown = SCREENS[section];
  const show = (next: Section) => {
    hush();
    setSection(next);
  };
  return <Shown onSection={show} />;
}

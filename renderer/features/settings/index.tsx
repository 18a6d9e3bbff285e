import { useState } from 'react';
import { hush } from '../../ui/messages.ts';
import { AboutSection } from './about-section.tsx';
import { DistrictSection } from './district-section.tsx';
import { LookSection } from './look-section.tsx';
import { PolicySection } from './policy-section.tsx';
import { PrinterSection } from './printer-section.tsx';
import type { Section } from './sections.tsx';
import { StaffSection } from './staff-section.tsx';

const SCREENS = {
  printer: PrinterSection,
  district: DistrictSection,
  staff: StaffSection,
  look: LookSection,
  about: AboutSection,
  policy: PolicySection,
} as const;

/** What is set once and then left alone: printer, district, people, colours, and who the store is. */
export function SettingsScreen() {
  const [section, setSection] = useState<Section>('printer');
  const Shown = SCREENS[section];
  const show = (next: Section) => {
    hush();
    setSection(next);
  };
  return <Shown section={section} onSection={show} />;
}

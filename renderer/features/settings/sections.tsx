import type { ReactNode } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SectionTabs } from '../../ui/section-tabs.tsx';

const words = id.settings;

/** The parts of the settings, in the order in which a shop needs them. */
export const SECTIONS = ['printer', 'district', 'staff', 'look', 'about', 'policy'] as const;
export type Section = (typeof SECTIONS)[number];

/** The first digits change the section, so choices inside one count on from here. */
export const FIRST_CHOICE = SECTIONS.length + 1;

/** What every section gets to draw its frame with. */
export interface SectionProps {
  readonly section: Section;
  readonly onSection: (section: Section) => void;
}

interface SettingsFrameProps extends SectionProps {
  readonly children: ReactNode;
  readonly rail?: ReactNode;
  readonly next?: ReactNode;
}

/** The frame all sections share: the way to the others on top, work left, outcome right. */
export function SettingsFrame({ section, onSection, children, rail, next }: SettingsFrameProps) {
  const actions = SECTIONS.map((each, at): Action => ({
    id: `settings.${each}`,
    label: words.sections[each],
    key: String(at + 1),
    perform: () => onSection(each),
  }));
  useActions(actions);
  return (
    <SectionTabs label={words.sectionsLabel} actions={actions} current={actions[SECTIONS.indexOf(section)]}>
      <Screen title={words.title} rail={rail} next={next}>
        {children}
      </Screen>
    </SectionTabs>
  );
}

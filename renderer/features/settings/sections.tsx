import type { ReactNode } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { Button } from '../../ui/button.tsx';
import { Screen } from '../../ui/screen.tsx';
import styles from './settings.module.css';

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
    <Screen
      title={words.title}
      tools={
        <nav className={styles.sections} aria-label={words.sectionsLabel}>
          {actions.map((action, at) => (
            <Button
              key={action.id}
              keyName={action.key}
              pressed={SECTIONS[at] === section}
              className={styles.section}
              onPress={action.perform}
            >
              {action.label}
            </Button>
          ))}
        </nav>
      }
      rail={rail}
      next={next}
    >
      {children}
    </Screen>
  );
}

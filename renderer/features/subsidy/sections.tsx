import { useRef, type ReactNode } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import type { Action } from '../../keyboard/action.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { SectionTabs } from '../../ui/section-tabs.tsx';
import styles from './sections.module.css';

const words = id.subsidyOffice;

/** The parts of the room, in the order of a delivery day: who waits, what to key, what came, who, papers, rules. */
export const SECTIONS = ['waiting', 'keying', 'cylinders', 'buyers', 'registers', 'rules', 'claims'] as const;
export type Section = (typeof SECTIONS)[number];

/** What every section gets to draw the way to the others with. */
export interface SectionProps {
  readonly onSection: (section: Section) => void;
}

interface SectionFrameProps extends SectionProps {
  readonly section: Section;
  /** Something is being filled in or chosen by digits: they belong to it and not to the sections. */
  readonly digitsTaken?: boolean;
  /** A `Screen`. */
  readonly children: ReactNode;
}

/** The way to the other sections on top, one section's screen below. Digits choose where nothing is typed. */
export function SectionFrame({ section, onSection, digitsTaken = false, children }: SectionFrameProps) {
  const actions = SECTIONS.map((each, at): Action => ({
    id: `subsidy.section-${each}`,
    label: words.sections[each],
    key: String(at + 1),
    perform: () => onSection(each),
  }));
  // Nothing is typed before somebody asks for a field, so that digits lead on.
  const place = useRef<HTMLDivElement>(null);
  useHome(place);
  useActions(digitsTaken ? [] : actions);
  return (
    <SectionTabs
      label={words.sectionsLabel}
      actions={actions}
      current={actions[SECTIONS.indexOf(section)]}
      digitsTaken={digitsTaken}
    >
      <div ref={place} tabIndex={-1} className={styles.home}>
        {children}
      </div>
    </SectionTabs>
  );
}

import { useRef, useState } from 'react';
import { externalSystemSchema, type ExternalSystem } from '../../../../shared/domain/programmes/rules.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { useToday } from '../../../data/use-shop.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { DateSpanFields } from '../../../ui/date-span.tsx';
import { dateTyped, readSpan } from '../../../ui/dates.ts';
import { SelectField } from '../../../ui/field.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import forms from '../../../ui/form.module.css';
import { NextStep } from '../../../ui/next-step.tsx';
import { optionsOf } from '../../../ui/options.ts';
import { Screen } from '../../../ui/screen.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { SectionFrame, type SectionProps } from '../sections.tsx';
import { ComparisonSide } from './comparison-side.tsx';
import { DifferenceTable } from './difference-table.tsx';
import styles from './keying.module.css';
import { useComparing, type Compared } from './use-comparing.ts';

const words = id.subsidyOffice.keying.comparing;
const common = id.importing;

const SYSTEMS = optionsOf(externalSystemSchema.options, id.subsidyOffice.systems);

interface CompareScreenProps extends SectionProps {
  readonly onLeave: () => void;
}

/** A file exported from the other system, held against the till's own sales; every difference explained. */
export function CompareScreen({ onSection, onLeave }: CompareScreenProps) {
  const input = useRef<HTMLInputElement>(null);
  const span = useSpan();
  const comparing = useComparing(onLeave);
  const { comparison, reading } = comparing;
  const { back, choose, save } = useCompareActions({
    comparing,
    ready: span.compared !== null,
    onChoose: () => input.current?.click(),
    onLeave,
  });
  const main = comparison === null ? choose : save;
  return (
    <SectionFrame section="keying" onSection={onSection} digitsTaken>
      <Screen
        title={words.title}
        aside={comparison?.fileName}
        tools={comparison !== null && <ActionButton action={choose} withIcon />}
        rail={<ComparisonSide comparison={comparison} />}
        next={<NextStep back={back} main={main} />}
      >
        <div className={styles.page}>
          <Sheet padded className={comparison === null ? undefined : styles.away}>
            <SpanFields {...span} />
          </Sheet>
          <FileDrop
            input={input}
            reading={reading}
            hidden={comparison !== null}
            onFile={(file) => {
              if (span.compared !== null) void comparing.read(file, span.compared);
            }}
          />
          {comparison !== null && (
            <DifferenceTable
              comparison={comparison}
              explanations={comparing.explanations}
              tried={comparing.tried}
              onExplain={comparing.explain}
            />
          )}
        </div>
      </Screen>
    </SectionFrame>
  );
}

interface CompareWishes {
  readonly comparing: ReturnType<typeof useComparing>;
  /** The dates make sense, so that a file can be chosen. */
  readonly ready: boolean;
  readonly onChoose: () => void;
  readonly onLeave: () => void;
}

function useCompareActions({ comparing, ready, onChoose, onLeave }: CompareWishes) {
  const { comparison, reading, saving } = comparing;
  const back: Action = {
    id: 'subsidy.compare-back',
    label: words.back,
    help: words.backHelp,
    key: 'Escape',
    perform: onLeave,
  };
  const choose: Action = {
    id: 'subsidy.compare-choose',
    label: comparison === null ? common.choose : common.other,
    help: common.chooseHelp,
    // Until something is there to write down, choosing a file is the next step.
    key: comparison === null ? 'F9' : 'F7',
    icon: 'file',
    enabled: reading === null && ready,
    perform: onChoose,
  };
  const save: Action = {
    id: 'subsidy.compare-save',
    label: words.save,
    help: words.saveHelp,
    key: 'F9',
    enabled: !saving,
    perform: () => void comparing.save(),
  };
  useActions(comparison === null ? [back, choose] : [back, choose, save]);
  return { back, choose, save };
}

/** Which system, and between which dates: this month, until somebody says otherwise. */
function useSpan() {
  const today = useToday();
  const [system, setSystem] = useState<ExternalSystem>('map');
  const [typedFrom, setFrom] = useState<string | null>(null);
  const [typedTo, setTo] = useState<string | null>(null);
  const from = typedFrom ?? dateTyped(`${today.slice(0, 7)}-01`);
  const to = typedTo ?? dateTyped(today);
  const span = readSpan({ from, to });
  const compared: Compared | null = typeof span === 'string' ? null : { system, ...span };
  const wrong = typeof span === 'string' ? id.fields.span[span] : undefined;
  return { system, from, to, compared, wrong, setSystem, setFrom, setTo };
}

function SpanFields({ system, from, to, wrong, setSystem, setFrom, setTo }: ReturnType<typeof useSpan>) {
  return (
    <div className={forms.three}>
      <SelectField label={words.system} value={system} options={SYSTEMS} onChange={setSystem} />
      <DateSpanFields
        span={{ from, to }}
        labels={words}
        errors={{ to: wrong }}
        onFrom={setFrom}
        onTo={setTo}
      />
    </div>
  );
}

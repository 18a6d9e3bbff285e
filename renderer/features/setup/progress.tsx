import { TIME_ZONES } from '../../../shared/domain/business-date.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Steps } from '../../ui/steps.tsx';
import { codeOf, SETUP_STEPS, type SetupDraft, type SetupStep } from './draft.ts';
import styles from './setup.module.css';

const words = id.setup;

const SUMMARY: Readonly<Record<SetupStep, (draft: SetupDraft) => string[]>> = {
  shop: (draft) => [draft.koperasi, draft.gerai],
  place: (draft) => [
    draft.kabupaten,
    draft.priceZone === null ? '' : words.place.zones[draft.priceZone].name,
    draft.timeZone === null ? '' : TIME_ZONES[draft.timeZone].short,
  ],
  till: (draft) => [
    codeOf(draft),
    words.tillName(draft.tillNumber),
    draft.columns === null ? '' : words.columnsName(draft.columns),
    draft.pkp === 'yes' ? words.till.pkpYes : words.till.pkpNo,
  ],
  owner: (draft) => [draft.ownerName],
};

interface ProgressProps {
  readonly draft: SetupDraft;
  readonly now: number;
}

/** The steps on the right, those behind with what was filled in. */
export function Progress({ draft, now }: ProgressProps) {
  const steps = SETUP_STEPS.map((step, at) => {
    const said = at < now ? SUMMARY[step](draft).filter((text) => text.trim() !== '') : [];
    return said.length === 0
      ? { title: words.steps[step] }
      : { title: words.steps[step], note: said.join(', ') };
  });
  return (
    <Sheet padded className={styles.rail} label={words.steps.label}>
      <Steps label={words.steps.label} now={now} steps={steps} />
    </Sheet>
  );
}

import type { SetupDraft, SetupErrors } from './draft.ts';

/** What every step of the wizard gets. */
export interface StepProps {
  readonly draft: SetupDraft;
  readonly errors: SetupErrors;
  readonly change: (part: Partial<SetupDraft>) => void;
}

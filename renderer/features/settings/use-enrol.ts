import { contract } from '../../../shared/contract/index.ts';
import { callErrorText } from '../../../shared/i18n/errors.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { allRight, type FieldErrors } from '../../ui/field-checks.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import { useEntry, type Entry } from '../../ui/use-entry.ts';

const words = id.settings.district;

/** What the district handed out for this till. */
export interface EnrolDraft {
  readonly districtUrl: string;
  readonly code: string;
}

function check(draft: EnrolDraft): FieldErrors<keyof EnrolDraft> {
  const parsed = contract.upload.enrol.input.safeParse(draft);
  const wrong = new Set(parsed.error?.issues.map((issue) => issue.path[0]));
  return {
    districtUrl: wrong.has('districtUrl') ? words.errors.url : undefined,
    code: wrong.has('code') ? words.errors.code : undefined,
  };
}

/** Introducing the till to its district. */
export function useEnrol(): { entry: Entry<EnrolDraft>; action: Action } {
  const entry = useEntry<EnrolDraft>({ districtUrl: '', code: '' });
  const command = useCommand(engine.upload.enrol);
  const enrol = async () => {
    const draft = { districtUrl: entry.draft.districtUrl.trim(), code: entry.draft.code.trim() };
    const wrong = check(draft);
    if (!allRight(wrong)) return entry.refuse(wrong);
    const reply = await command.run(draft);
    if (reply.ok) {
      const { districtName } = reply.value;
      return say({ tone: 'done', title: words.enrolDone(districtName ?? ''), text: words.enrolDoneText });
    }
    if (reply.error.code === 'district.code-refused')
      return entry.refuse({ code: callErrorText(reply.error) });
    if (reply.error.code === 'district.insecure-address') {
      return entry.refuse({ districtUrl: callErrorText(reply.error) });
    }
    sayRefusal(reply.error);
  };
  return {
    entry,
    action: {
      id: 'settings.enrol',
      label: words.enrol,
      help: words.enrolHelp,
      key: 'F9',
      enabled: !command.pending,
      perform: () => void enrol(),
    },
  };
}

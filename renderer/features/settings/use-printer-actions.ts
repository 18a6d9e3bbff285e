import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { allRight } from '../../ui/field-checks.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import type { Entry } from '../../ui/use-entry.ts';
import { checkPrinter, toSettings, type PrinterDraft } from './printer-draft.ts';

const words = id.settings.printer;

/** Saving the printer and trying it out. */
export function usePrinterActions(entry: Entry<PrinterDraft>): { save: Action; test: Action } {
  const saveSettings = useCommand(engine.printing.saveSettings);
  const testPage = useCommand(engine.printing.testPage);
  const save = async () => {
    const wrong = checkPrinter(entry.draft);
    if (!allRight(wrong)) return entry.refuse(wrong);
    const reply = await saveSettings.run(toSettings(entry.draft));
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', title: words.saved, text: words.savedText });
  };
  const test = async () => {
    const reply = await testPage.run({});
    if (!reply.ok) return sayRefusal(reply.error);
    say({ tone: 'done', icon: 'printer', title: words.testSent, text: words.testSentText });
  };
  return {
    save: {
      id: 'settings.save-printer',
      label: words.save,
      help: words.saveHelp,
      key: 'F9',
      enabled: !saveSettings.pending,
      perform: () => void save(),
    },
    test: {
      id: 'settings.test-page',
      label: words.test,
      help: words.testHelp,
      key: 'F11',
      icon: 'printer',
      enabled: !testPage.pending,
      perform: () => void test(),
    },
  };
}

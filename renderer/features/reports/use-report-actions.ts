import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { saveFile } from '../../data/save-file.ts';
import { useCommand } from '../../data/use-command.ts';
import { useMay } from '../../data/use-shop.ts';
import type { Action } from '../../keyboard/action.ts';
import { say, sayRefusal } from '../../ui/messages.ts';

const words = id.reports;

interface ReportActions {
  readonly pdf: Action;
  readonly print: Action;
  /** `null` for those who may not look into the whole journal. */
  readonly verify: Action | null;
}

/** What can be done with the report of one day. */
export function useReportActions(businessDate: string): ReportActions {
  const dailyPdf = useCommand(engine.reports.dailyPdf);
  const printDaily = useCommand(engine.reports.printDaily);
  const verify = useVerify();

  const savePdf = async () => {
    const reply = await dailyPdf.run({ businessDate });
    if (!reply.ok) return sayRefusal(reply.error);
    saveFile(reply.value);
    say({ tone: 'done', title: words.pdfDone(reply.value.fileName), text: words.pdfDoneText });
  };
  const print = async () => {
    const reply = await printDaily.run({ businessDate });
    if (!reply.ok) return sayRefusal(reply.error);
    if (reply.value.printJobId === null) {
      return say({ tone: 'attention', title: words.printNoPrinter, text: words.printNoPrinterText });
    }
    say({ tone: 'done', icon: 'printer', title: words.printing, text: words.printingText });
  };

  return {
    pdf: {
      id: 'reports.pdf',
      label: words.pdf,
      help: words.pdfHelp,
      key: 'F9',
      enabled: !dailyPdf.pending,
      perform: () => void savePdf(),
    },
    print: {
      id: 'reports.print',
      label: words.print,
      help: words.printHelp,
      key: 'F11',
      icon: 'printer',
      enabled: !printDaily.pending,
      perform: () => void print(),
    },
    verify,
  };
}

function useVerify(): Action | null {
  const verifyJournal = useCommand(engine.reports.verifyJournal);
  const may = useMay('journal.verify');
  const verify = async () => {
    const reply = await verifyJournal.run({});
    if (!reply.ok) return sayRefusal(reply.error);
    const { ok, records, firstBad } = reply.value;
    if (ok) {
      return say({ tone: 'done', title: words.verifyOk, text: words.verifyOkText(formatAmount(records)) });
    }
    const title = firstBad === null ? words.verifyBadNowhere : words.verifyBad(formatAmount(firstBad.seq));
    say({ tone: 'refused', title, text: words.verifyBadText(firstBad?.reason ?? '') });
  };
  if (!may) return null;
  return {
    id: 'reports.verify',
    label: verifyJournal.pending ? words.verifying : words.verify,
    help: words.verifyHelp,
    key: 'F7',
    icon: 'lock',
    enabled: !verifyJournal.pending,
    perform: () => void verify(),
  };
}

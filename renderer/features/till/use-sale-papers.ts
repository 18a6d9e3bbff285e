import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { saveFile } from '../../data/save-file.ts';
import { useCommand } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { say, sayRefusal } from '../../ui/messages.ts';

const words = id.pay.papers;

/**
 * The A4 papers of a sale to a member or an institution, saved as PDF: its faktur and its surat jalan.
 * @param saleId `null` where no sale is chosen or nobody in particular bought it: there are no papers
 */
export function useSalePapers(saleId: string | null): readonly Action[] {
  const invoice = useCommand(engine.sales.invoicePdf);
  const note = useCommand(engine.sales.deliveryNotePdf);
  if (saleId === null) return [];
  const save = async (paper: typeof invoice) => {
    const reply = await paper.run({ saleId });
    if (!reply.ok) return sayRefusal(reply.error);
    saveFile(reply.value);
    say({ tone: 'done', icon: 'file', title: words.saved(reply.value.fileName), text: words.savedText });
  };
  return [
    {
      id: 'till.invoice-pdf',
      label: words.invoice,
      help: words.invoiceHelp,
      key: 'F6',
      icon: 'file',
      enabled: !invoice.pending,
      perform: () => void save(invoice),
    },
    {
      id: 'till.delivery-note-pdf',
      label: words.note,
      help: words.noteHelp,
      key: 'F7',
      icon: 'file',
      enabled: !note.pending,
      perform: () => void save(note),
    },
  ];
}

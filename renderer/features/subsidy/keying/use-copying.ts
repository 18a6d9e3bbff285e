import type { KeyingRow } from '../../../../shared/contract/keying.ts';
import { formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { copyForAMinute, copyText } from '../../../data/copy-text.ts';
import { engine } from '../../../data/engine.ts';
import { useCommand } from '../../../data/use-command.ts';
import { useMay } from '../../../data/use-shop.ts';
import { useWhoMay } from '../../../data/use-who-may.ts';
import type { Action } from '../../../keyboard/action.ts';
import { say, sayRefusal } from '../../../ui/messages.ts';

const words = id.subsidyOffice.keying;

/** Copies a part of a line for the other system. The whole number leaves a record of who took it. */
export function useCopying(row: KeyingRow): readonly Action[] {
  const mayIdentify = useMay('subsidy.identify');
  const names = useWhoMay('subsidy.identify');
  const { pending, run } = useCommand(engine.subsidy.copyNumber);
  const { registrationId, receipt } = row;
  const quantity = formatQuantity(row.quantityThousandths);
  const copyNumber = async () => {
    if (registrationId === null) return;
    const reply = await run({ registrationId, purpose: 'external-system', note: receipt });
    if (!reply.ok) return sayRefusal(reply.error);
    return sayCopied(await copyForAMinute(reply.value.number), words.copiedNumber, words.copiedNumberText);
  };
  return [
    {
      id: 'subsidy.keying-copy-number',
      label: words.copyNumber,
      help: words.copyNumberHelp,
      key: 'F4',
      enabled: mayIdentify && registrationId !== null && row.buyer.lastFour !== '' && !pending,
      whyNot: () => say(whyNoNumber(mayIdentify, names)),
      perform: () => void copyNumber(),
    },
    {
      id: 'subsidy.keying-copy-quantity',
      label: words.copyQuantity,
      help: words.copyQuantityHelp,
      key: 'F3',
      perform: () => void copyPart(quantity),
    },
    {
      id: 'subsidy.keying-copy-receipt',
      label: words.copyReceipt,
      help: words.copyReceiptHelp,
      key: 'F8',
      perform: () => void copyPart(receipt),
    },
  ];
}

async function copyPart(text: string): Promise<void> {
  sayCopied(await copyText(text), words.copied(text), words.copiedText);
}

function whyNoNumber(mayIdentify: boolean, names: string) {
  return mayIdentify
    ? ({ tone: 'attention', passing: true, title: words.noWholeNumber } as const)
    : ({ tone: 'attention', passing: true, title: words.onlyFour, text: words.askThem(names) } as const);
}

function sayCopied(done: boolean, title: string, text: string): void {
  say(done ? { tone: 'done', title, text } : { tone: 'attention', title: words.notCopied });
}

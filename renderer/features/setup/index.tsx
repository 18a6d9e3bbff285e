import { useState } from 'react';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import { useEntry } from '../../ui/use-entry.ts';
import { EMPTY_DRAFT } from './draft.ts';
import { Welcome } from './welcome.tsx';
import { Wizard } from './wizard.tsx';

/** First run: a shop of one's own in four steps, or the example store with one key. */
export function SetupScreen() {
  const [own, setOwn] = useState(false);
  const entry = useEntry(EMPTY_DRAFT);
  const createExample = useCommand(engine.setup.createExample);
  const tryExample = async () => {
    const reply = await createExample.run({});
    if (!reply.ok) return sayRefusal(reply.error);
    const { products } = reply.value;
    say({
      tone: 'done',
      title: id.setup.exampleReady,
      text: id.setup.exampleReadyText(formatAmount(products)),
    });
  };
  if (own) return <Wizard entry={entry} onLeave={() => setOwn(false)} />;
  return (
    <Welcome onOwn={() => setOwn(true)} onExample={() => void tryExample()} filling={createExample.pending} />
  );
}

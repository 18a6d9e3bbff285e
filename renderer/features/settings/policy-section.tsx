import { useQuery } from '@tanstack/react-query';
import type { TaxStatuses } from '../../../shared/contract/policy.ts';
import type { TillPolicy } from '../../../shared/domain/policy.ts';
import { formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { useMay } from '../../data/use-shop.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions, useScanner } from '../../keyboard/keyboard.tsx';
import { Facts } from '../../ui/facts.tsx';
import { allRight } from '../../ui/field-checks.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Fault, Waiting } from '../../ui/states.tsx';
import { useEntry } from '../../ui/use-entry.ts';
import { NotMineNote } from './not-mine-note.tsx';
import { checkPolicy, policyDraftOf, readQris, toPolicy } from './policy-draft.ts';
import { PolicyForm } from './policy-form.tsx';
import { SettingsFrame, type SectionProps } from './sections.tsx';
import styles from './settings.module.css';
import { TaxStatus } from './tax-status.tsx';

const words = id.settings.policy;

/** What the store has decided about selling: rounding, QRIS, kasbon, returns, approvals, and the tax. */
export function PolicySection(props: SectionProps) {
  const policy = useQuery(ask.policy());
  const tax = useQuery(ask.taxStatuses());
  const may = useMay('store.manage');
  const error = policy.error ?? tax.error;
  if (policy.data === undefined || tax.data === undefined) {
    return <SettingsFrame {...props}>{error === null ? <Waiting /> : <Fault error={error} />}</SettingsFrame>;
  }
  if (may) return <ChangePolicy {...props} policy={policy.data} tax={tax.data} />;
  return (
    <SettingsFrame {...props} rail={<TaxStatus status={tax.data} mayChange={false} />}>
      <Sheet padded className={styles.work} label={words.title}>
        <h2>{words.title}</h2>
        <Facts tight rows={known(policy.data)} />
        <NotMineNote permission="store.manage" />
      </Sheet>
    </SettingsFrame>
  );
}

function known(policy: TillPolicy) {
  const qris = readQris(policy.qrisPayload ?? '');
  return [
    {
      name: words.cashStep,
      value: policy.cashStepRp === 0 ? words.noRounding : words.rounding(formatRupiah(policy.cashStepRp)),
    },
    { name: words.qris, value: qris?.ok === true ? qris.merchant.name : words.noQris },
    { name: words.kasbonDays, value: policy.kasbonDays },
    { name: words.invoiceDays, value: policy.invoiceDays },
    { name: words.returnDays, value: policy.returnDays },
  ];
}

interface ChangePolicyProps extends SectionProps {
  readonly policy: TillPolicy;
  readonly tax: TaxStatuses;
}

function ChangePolicy({ policy, tax, ...props }: ChangePolicyProps) {
  const entry = useEntry(policyDraftOf(policy));
  const command = useCommand(engine.policy.save);
  const save = async () => {
    const wrong = checkPolicy(entry.draft);
    if (!allRight(wrong)) return entry.refuse(wrong);
    const reply = await command.run(toPolicy(entry.draft));
    if (!reply.ok) return sayRefusal(reply.error);
    entry.reset(policyDraftOf(reply.value));
    say({ tone: 'done', title: words.saved, text: words.savedText });
  };
  const action: Action = {
    id: 'settings.save-policy',
    label: words.save,
    help: words.saveHelp,
    key: 'F9',
    enabled: !command.pending,
    perform: () => void save(),
  };
  useActions([action]);
  useScanner((code) => {
    if (readQris(code) === null) return 'pass';
    entry.change({ qris: code });
    return undefined;
  });
  return (
    <SettingsFrame {...props} rail={<TaxStatus status={tax} mayChange />} next={<NextStep main={action} />}>
      <Sheet padded className={styles.work} label={words.title}>
        <h2>{words.title}</h2>
        <PolicyForm entry={entry} onSubmit={action.perform} />
      </Sheet>
    </SettingsFrame>
  );
}

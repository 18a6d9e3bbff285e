import type { RuleReply } from '../../../../shared/contract/programmes.ts';
import type { Programme, ProgrammeRule } from '../../../../shared/domain/programmes/rules.ts';
import { formatDate } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { useMay } from '../../../data/use-shop.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { Note } from '../../../ui/note.tsx';
import { RailPanel } from '../../../ui/rail-panel.tsx';
import { Tag } from '../../../ui/tag.tsx';
import styles from './rules.module.css';
import { ruleWords, STANDING_TAGS, whenWords, whereWords } from './rule-words.ts';

const words = id.subsidyOffice.rules;

interface RuleDetailProps {
  readonly programme: Programme;
  readonly reply: RuleReply;
  readonly onTurn: (kind: 'edit' | 'next' | 'end') => void;
  readonly onClose: () => void;
}

/** Everything a rule says, to read; what has judged a sale keeps what it says. */
export function RuleDetail({ programme, reply, onTurn, onClose }: RuleDetailProps) {
  const { rule, standing, lastUsedOn } = reply;
  return (
    <RailPanel
      label={words.detail}
      title={ruleWords(rule, programme.unit)}
      aside={<Tag kind={STANDING_TAGS[standing]}>{words.standings[standing]}</Tag>}
      foot={<DetailFoot used={lastUsedOn !== null} onTurn={onTurn} onClose={onClose} />}
    >
      <Facts
        rows={[
          { name: words.programme, value: programme.name },
          { name: words.decree, value: rule.decree },
          { name: words.valid, value: whenWords(rule) },
          { name: words.where, value: whereWords(rule) },
          ...saysMore(rule),
          { name: words.source, value: words.sources[rule.source] },
          { name: words.lastUsed, value: lastUsedOn === null ? words.neverUsed : formatDate(lastUsedOn) },
        ]}
      />
      <Note apart>{words.standingText[standing]}</Note>
    </RailPanel>
  );
}

function saysMore(rule: ProgrammeRule) {
  if (rule.kind === 'quota') return [{ name: words.effect, value: words.effects[rule.effect] }];
  if (rule.kind === 'price') return [{ name: words.kind, value: words.priceKindText[rule.priceKind] }];
  return [
    { name: words.proxy, value: rule.proxyAllowed ? words.allowed : words.notAllowed },
    { name: words.resale, value: rule.resaleForbidden ? words.notAllowed : words.allowed },
    { name: words.mixing, value: rule.mixingForbidden ? words.notAllowed : words.allowed },
    {
      name: words.system,
      value: rule.system === null ? words.noSystem : id.subsidyOffice.systems[rule.system],
    },
    { name: words.purpose, value: rule.purpose === '' ? words.noPurpose : rule.purpose },
    { name: words.retention, value: words.days(rule.retentionDays) },
  ];
}

interface DetailFootProps extends Pick<RuleDetailProps, 'onTurn' | 'onClose'> {
  readonly used: boolean;
}

function DetailFoot({ used, onTurn, onClose }: DetailFootProps) {
  const mayEdit = useMay('programme.edit');
  const back: Action = {
    id: 'subsidy.rule-list',
    label: words.back,
    help: words.backHelp,
    key: 'Escape',
    perform: onClose,
  };
  const end: Action = {
    id: 'subsidy.rule-end',
    label: words.end,
    help: words.endHelp,
    key: 'F3',
    perform: () => onTurn('end'),
  };
  const main: Action = used
    ? {
        id: 'subsidy.rule-next',
        label: words.next,
        help: words.nextHelp,
        key: 'F9',
        perform: () => onTurn('next'),
      }
    : {
        id: 'subsidy.rule-edit',
        label: words.edit,
        help: words.editHelp,
        key: 'F9',
        perform: () => onTurn('edit'),
      };
  useActions(mayEdit ? [back, end, main] : [back]);
  if (!mayEdit) return <ActionButton action={back} size="tall" />;
  return (
    <>
      <ActionButton action={end} className={styles.beside} />
      <NextStep back={back} main={main} />
    </>
  );
}

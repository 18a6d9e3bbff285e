import {
  ruleStandingSchema,
  type ProgrammesReply,
  type RuleReply,
} from '../../../../shared/contract/programmes.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ListRow, ListTable, RowName } from '../../../ui/list-table.tsx';
import { Tag } from '../../../ui/tag.tsx';
import styles from './rules.module.css';
import { ruleWords, STANDING_TAGS, whenWords, whereWords } from './rule-words.ts';
import { spanOf } from './time-span.ts';

const words = id.subsidyOffice.rules;

/** The rules in the order they are listed: of each programme what holds first, then what will, then what did. */
export function listedRules({ programmes }: ProgrammesReply): readonly RuleReply[] {
  return programmes.flatMap(({ rules }) => inOrder(rules));
}

const STANDINGS = ruleStandingSchema.options;
const KINDS = ['price', 'access', 'quota'] as const;

/** What holds comes first; of it the price, then who may buy, then how much. */
function placeOf({ standing, rule }: RuleReply): number {
  return STANDINGS.indexOf(standing) * KINDS.length + KINDS.indexOf(rule.kind);
}

function inOrder(rules: readonly RuleReply[]): readonly RuleReply[] {
  return rules.toSorted((one, other) => placeOf(one) - placeOf(other));
}

interface RuleTableProps {
  readonly reply: ProgrammesReply;
  /** The row the arrows stand on, counted over all programmes. */
  readonly row: number;
  readonly openId: string | null;
  readonly onOpen: (at: number) => void;
}

/** The rules of each programme, each with its time drawn on one line that has today in its middle. */
export function RuleTable({ reply, row, openId, onOpen }: RuleTableProps) {
  const starts = startsOf(reply);
  return (
    <ListTable
      label={words.list}
      head={
        <>
          <th>{words.columns.rule}</th>
          <th className={styles.line}>{words.columns.time}</th>
          <th className={styles.standing}>{words.columns.standing}</th>
        </>
      }
    >
      {reply.programmes.map(({ programme, rules }, at) => [
        <tr key={programme.programme} className={styles.group}>
          <th colSpan={3} scope="rowgroup">
            {programme.name}
            <span>{words.perUnit(programme.unit)}</span>
            {!programme.active && <Tag kind="wait">{words.programmeOff}</Tag>}
            {rules.length === 0 && <span>{words.noRules}</span>}
          </th>
        </tr>,
        ...inOrder(rules).map((each, offset) => {
          const index = (starts[at] ?? 0) + offset;
          return (
            <RuleRow
              key={each.rule.ruleId}
              reply={each}
              unit={programme.unit}
              today={reply.date}
              current={index === row}
              open={each.rule.ruleId === openId}
              onOpen={() => onOpen(index)}
            />
          );
        }),
      ])}
    </ListTable>
  );
}

/** At which row each programme begins. */
function startsOf({ programmes }: ProgrammesReply): readonly number[] {
  let next = 0;
  return programmes.map(({ rules }) => {
    const start = next;
    next += rules.length;
    return start;
  });
}

interface RuleRowProps {
  readonly reply: RuleReply;
  readonly unit: string;
  readonly today: string;
  readonly current: boolean;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function RuleRow({ reply: { rule, standing }, unit, today, current, open, onOpen }: RuleRowProps) {
  return (
    <ListRow current={current} open={open}>
      <td>
        <RowName onOpen={onOpen} second={`${whereWords(rule)}. ${rule.decree}`}>
          {ruleWords(rule, unit)}
        </RowName>
      </td>
      <td>
        <TimeLine rule={rule} today={today} />
      </td>
      <td>
        <Tag kind={STANDING_TAGS[standing]}>{words.standings[standing]}</Tag>
      </td>
    </ListRow>
  );
}

/** A year back, today in the middle, a year ahead; read out as its dates. */
function TimeLine({ rule, today }: { readonly rule: RuleReply['rule']; readonly today: string }) {
  const span = spanOf(rule, today);
  return (
    <div className={styles.time} title={whenWords(rule)}>
      <span className="sr-only">{whenWords(rule)}</span>
      {span !== null && (
        <i
          data-open={rule.validTo === null ? '' : undefined}
          style={{ left: `${span.leftPercent}%`, width: `${span.widthPercent}%` }}
        />
      )}
    </div>
  );
}

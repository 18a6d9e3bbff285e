import { useState } from 'react';
import type { ProgrammesReply } from '../../../../shared/contract/programmes.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { useMay } from '../../../data/use-shop.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { ListSheet } from '../../../ui/list-table.tsx';
import { hush } from '../../../ui/messages.ts';
import { Screen } from '../../../ui/screen.tsx';
import { Empty } from '../../../ui/states.tsx';
import { SectionFrame, type SectionProps } from '../sections.tsx';
import { sayStillFilling, useRows } from '../../../ui/use-rows.ts';
import { listedRules, RuleTable } from './rule-table.tsx';
import { RuleSide, type OpenedRule } from './rule-side.tsx';

const words = id.subsidyOffice.rules;

interface RuleListProps extends SectionProps {
  readonly reply: ProgrammesReply;
  readonly onSupplied: () => void;
  readonly onGoods: () => void;
}

/** Every rule on its time line, and one of them open beside the list. */
export function RuleList({ reply, onSection, onSupplied, onGoods }: RuleListProps) {
  const [opened, setOpened] = useState<OpenedRule>(null);
  const mayEdit = useMay('programme.edit');
  const listed = listedRules(reply);
  const show = (next: OpenedRule) => {
    hush();
    setOpened(next);
  };
  const filling = isForm(opened);
  const { row, open, follow } = useRows(listed.length, {
    filling,
    ids: listed.map(({ rule }) => rule.ruleId),
    onOpen: (at) => {
      const rule = listed[at];
      if (rule !== undefined) show({ kind: 'rule', ruleId: rule.rule.ruleId });
    },
  });
  /** The rule beside the list is the one the arrows stand on. */
  const turn = (next: OpenedRule) => {
    setOpened(next);
    if (next !== null && 'ruleId' in next) follow(next.ruleId);
  };
  const tools = useTools({
    ...(mayEdit &&
      reply.programmes.length > 0 && { onNew: filling ? sayStillFilling : () => show({ kind: 'new' }) }),
    onSupplied: filling ? sayStillFilling : onSupplied,
    onGoods: filling ? sayStillFilling : onGoods,
  });
  return (
    <SectionFrame section="rules" onSection={onSection} digitsTaken={filling}>
      <Screen
        title={words.title}
        railWidth="wide"
        tools={tools.map((action) => (
          <ActionButton key={action.id} action={action} withIcon />
        ))}
        rail={<RuleSide reply={reply} opened={opened} onOpen={turn} onClose={() => setOpened(null)} />}
      >
        <ListSheet>
          {listed.length === 0 ? (
            <Empty title={words.empty}>
              <p>{words.emptyText}</p>
            </Empty>
          ) : (
            <RuleTable
              reply={reply}
              row={row}
              openId={opened !== null && 'ruleId' in opened ? opened.ruleId : null}
              onOpen={open}
            />
          )}
        </ListSheet>
      </Screen>
    </SectionFrame>
  );
}

function isForm(opened: OpenedRule): boolean {
  return opened !== null && opened.kind !== 'rule';
}

interface ToolWishes {
  /** Only for those who may, once there is a programme. */
  readonly onNew?: () => void;
  readonly onSupplied: () => void;
  readonly onGoods: () => void;
}

function useTools({ onNew, onSupplied, onGoods }: ToolWishes): readonly Action[] {
  const adding: Action[] =
    onNew === undefined
      ? []
      : [
          {
            id: 'subsidy.rule-new',
            label: words.new,
            help: words.newHelp,
            key: 'F6',
            icon: 'plus',
            perform: onNew,
          },
        ];
  return useActions([
    ...adding,
    {
      id: 'subsidy.rules-supplied',
      label: words.supplied,
      help: words.suppliedHelp,
      key: 'F7',
      icon: 'file',
      perform: onSupplied,
    },
    {
      id: 'subsidy.rules-goods',
      label: words.goods,
      help: words.goodsHelp,
      key: 'F8',
      icon: 'box',
      perform: onGoods,
    },
  ]);
}

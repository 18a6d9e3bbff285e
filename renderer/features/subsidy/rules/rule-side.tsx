import type { ProgrammesReply } from '../../../../shared/contract/programmes.ts';
import { EndRule } from './end-rule.tsx';
import { PlacePanel } from './place-panel.tsx';
import { RuleDetail } from './rule-detail.tsx';
import { newRule, ruleDraftOf } from './rule-draft.ts';
import { RuleEditor } from './rule-editor.tsx';

/** What stands beside the list: nothing, a rule to read, to change, to follow or to end, or a new one. */
export type OpenedRule =
  | { readonly kind: 'rule' | 'edit' | 'next' | 'end'; readonly ruleId: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'place' }
  | null;

interface RuleSideProps {
  readonly reply: ProgrammesReply;
  readonly opened: OpenedRule;
  readonly onOpen: (opened: OpenedRule) => void;
  readonly onClose: () => void;
}

/** One rule beside the list; where none is open, where the store stands. */
export function RuleSide({ reply, opened, onOpen, onClose }: RuleSideProps) {
  if (opened === null || opened.kind === 'place') {
    return (
      <PlacePanel
        key={opened === null ? 'read' : 'change'}
        place={reply.place}
        changing={opened !== null}
        onChange={() => onOpen({ kind: 'place' })}
        onClose={onClose}
      />
    );
  }
  const shown = (ruleId: string) => onOpen({ kind: 'rule', ruleId });
  const first = reply.programmes[0]?.programme.programme ?? '';
  if (opened.kind === 'new') {
    return (
      <RuleEditor key="new" reply={reply} draft={newRule(first, 'price')} onSaved={shown} onClose={onClose} />
    );
  }
  const found = ruleOf(reply, opened.ruleId);
  if (found === undefined) return null;
  const read = () => shown(opened.ruleId);
  switch (opened.kind) {
    case 'edit':
      return (
        <RuleEditor
          reply={reply}
          draft={ruleDraftOf(found.reply.rule, 'same')}
          onSaved={shown}
          onClose={read}
        />
      );
    case 'next':
      return (
        <RuleEditor
          reply={reply}
          draft={ruleDraftOf(found.reply.rule, 'next')}
          onSaved={shown}
          onClose={read}
        />
      );
    case 'end':
      return <EndRule key={opened.ruleId} {...found} onClose={read} />;
    case 'rule':
      return (
        <RuleDetail
          key={opened.ruleId}
          {...found}
          onTurn={(kind) => onOpen({ kind, ruleId: opened.ruleId })}
          onClose={onClose}
        />
      );
  }
}

function ruleOf({ programmes }: ProgrammesReply, ruleId: string) {
  for (const { programme, rules } of programmes) {
    const reply = rules.find((each) => each.rule.ruleId === ruleId);
    if (reply !== undefined) return { programme, reply };
  }
  return undefined;
}

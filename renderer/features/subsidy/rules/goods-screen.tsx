import { useState } from 'react';
import type { ProgrammeGoodsReply, ProgrammesReply } from '../../../../shared/contract/programmes.ts';
import type { Programme } from '../../../../shared/domain/programmes/rules.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { useMay } from '../../../data/use-shop.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { ListSheet } from '../../../ui/list-table.tsx';
import { hush, sayMissing } from '../../../ui/messages.ts';
import { RailEmpty } from '../../../ui/rail-panel.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Empty } from '../../../ui/states.tsx';
import { SectionFrame, type SectionProps } from '../sections.tsx';
import { sayStillFilling, useRows } from '../../../ui/use-rows.ts';
import { GoodsForm } from './goods-form.tsx';
import { GoodsTable, listedGoods } from './goods-table.tsx';
import { ProgrammeForm } from './programme-form.tsx';

const words = id.subsidyOffice.rules.goodsList;

type Opened =
  | { readonly kind: 'programme'; readonly programme: Programme | null }
  | { readonly kind: 'goods'; readonly goods: ProgrammeGoodsReply | null }
  | null;

interface GoodsScreenProps extends SectionProps {
  readonly reply: ProgrammesReply;
  readonly onLeave: () => void;
}

/** The programmes, and which goods of the shop belong to them and how much of one unit each holds. */
export function GoodsScreen({ reply, onSection, onLeave }: GoodsScreenProps) {
  const [opened, setOpened] = useState<Opened>(null);
  const mayEdit = useMay('programme.edit');
  const mayLink = useMay('catalog.edit');
  const listed = listedGoods(reply);
  const show = (next: Opened) => {
    hush();
    setOpened(next);
  };
  const filling = opened !== null;
  const { row, open } = useRows(listed.length, {
    filling,
    onOpen: (at) => {
      const item = listed[at];
      // A link that stands is a rule: whoever may not change it is told before the form is filled in.
      if (item?.kind === 'goods' && mayEdit) show({ kind: 'goods', goods: item.goods });
      else if (item?.kind === 'goods' && mayLink) {
        sayMissing('programme.goods-linked', { name: item.goods.name });
      }
      if (item?.kind === 'programme' && mayEdit) show({ kind: 'programme', programme: item.programme });
    },
  });
  const start = (next: Opened) => (filling ? sayStillFilling() : show(next));
  const tools = useTools({
    ...(mayLink && reply.programmes.length > 0 && { onLink: () => start({ kind: 'goods', goods: null }) }),
    ...(mayEdit && { onProgramme: () => start({ kind: 'programme', programme: null }) }),
  });
  return (
    <SectionFrame section="rules" onSection={onSection} digitsTaken={filling}>
      <Screen
        title={words.title}
        railWidth="wide"
        tools={tools.map((action) => (
          <ActionButton key={action.id} action={action} withIcon />
        ))}
        rail={<Side reply={reply} opened={opened} onClose={() => setOpened(null)} onLeave={onLeave} />}
      >
        <ListSheet>
          {listed.length === 0 ? (
            <Empty title={words.empty}>
              <p>{words.emptyText}</p>
            </Empty>
          ) : (
            <GoodsTable items={listed} row={row} onOpen={open} />
          )}
        </ListSheet>
      </Screen>
    </SectionFrame>
  );
}

interface SideProps {
  readonly reply: ProgrammesReply;
  readonly opened: Opened;
  readonly onClose: () => void;
  readonly onLeave: () => void;
}

function Side({ reply, opened, onClose, onLeave }: SideProps) {
  if (opened?.kind === 'programme') {
    return (
      <ProgrammeForm
        key={opened.programme?.programme ?? 'new'}
        programme={opened.programme}
        known={reply.programmes.map(({ programme }) => programme.programme)}
        onClose={onClose}
      />
    );
  }
  if (opened?.kind === 'goods') {
    return (
      <GoodsForm
        key={opened.goods?.productId ?? 'new'}
        reply={reply}
        goods={opened.goods}
        onClose={onClose}
      />
    );
  }
  return <NothingOpen onLeave={onLeave} />;
}

function NothingOpen({ onLeave }: { readonly onLeave: () => void }) {
  const leave: Action = {
    id: 'subsidy.goods-leave',
    label: words.leave,
    help: words.leaveHelp,
    key: 'Escape',
    perform: onLeave,
  };
  useActions([leave]);
  return (
    <RailEmpty title={words.nothing} foot={<ActionButton action={leave} size="tall" />}>
      <p>{words.nothingText}</p>
    </RailEmpty>
  );
}

interface ToolWishes {
  readonly onLink?: () => void;
  readonly onProgramme?: () => void;
}

function useTools({ onLink, onProgramme }: ToolWishes): readonly Action[] {
  const link: Action[] =
    onLink === undefined
      ? []
      : [
          {
            id: 'subsidy.goods-link',
            label: words.link,
            help: words.linkHelp,
            key: 'F6',
            icon: 'plus',
            perform: onLink,
          },
        ];
  const programme: Action[] =
    onProgramme === undefined
      ? []
      : [
          {
            id: 'subsidy.programme-new',
            label: words.newProgramme,
            help: words.newProgrammeHelp,
            key: 'F7',
            icon: 'plus',
            perform: onProgramme,
          },
        ];
  return useActions([...link, ...programme]);
}

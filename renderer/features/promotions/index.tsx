import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PromotionReply } from '../../../shared/contract/catalog.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { useMay } from '../../data/use-shop.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { ListSheet } from '../../ui/list-table.tsx';
import { hush } from '../../ui/messages.ts';
import { NotMine } from '../../ui/not-mine.tsx';
import { RailEmpty } from '../../ui/rail-panel.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, Fault, Waiting } from '../../ui/states.tsx';
import { useRows } from '../../ui/use-rows.ts';
import { PromotionEditor } from './promotion-editor.tsx';
import { PromotionTable } from './promotion-table.tsx';

const words = id.promotions;

/** What the side area holds: nothing, a promotion of the list by its id, or a new one. */
type Opened = { readonly kind: 'promotion'; readonly promotionId: string } | { readonly kind: 'new' } | null;

/** The shop's promotions, and one of them open for changing. */
export function PromotionsScreen() {
  const may = useMay('catalog.edit');
  const promotions = useQuery({ ...ask.promotions(), enabled: may });
  if (!may) {
    return (
      <Screen title={words.title}>
        <Sheet>
          <NotMine permission="catalog.edit" title={words.notMine} />
        </Sheet>
      </Screen>
    );
  }
  if (promotions.isError || promotions.isPending) {
    return (
      <Screen title={words.title}>
        {promotions.isError ? (
          <Fault error={promotions.error} onRetry={() => void promotions.refetch()} />
        ) : (
          <Waiting />
        )}
      </Screen>
    );
  }
  return <PromotionList promotions={promotions.data} />;
}

function PromotionList({ promotions }: { readonly promotions: readonly PromotionReply[] }) {
  const [opened, setOpened] = useState<Opened>(null);
  const show = (next: Opened) => {
    hush();
    setOpened(next);
  };
  const open = (at: number) => {
    const chosen = promotions[at];
    if (chosen !== undefined) show({ kind: 'promotion', promotionId: chosen.promotion.promotionId });
  };
  // While one is open, Enter is its form's.
  const { row, setRow } = useRows(promotions.length, opened === null ? { onOpen: open } : {});
  const add: Action = {
    id: 'promotions.new',
    label: words.new,
    help: words.newHelp,
    key: 'F6',
    icon: 'plus',
    perform: () => show({ kind: 'new' }),
  };
  useActions([add]);
  return (
    <Screen
      title={words.title}
      aside={words.found(promotions.length)}
      tools={<ActionButton action={add} withIcon />}
      railWidth="wide"
      rail={<Side opened={opened} promotions={promotions} onClose={() => setOpened(null)} />}
    >
      <ListSheet>
        {promotions.length === 0 ? (
          <Empty title={words.empty}>
            <p>{words.emptyText}</p>
          </Empty>
        ) : (
          <PromotionTable
            promotions={promotions}
            row={row}
            openId={opened?.kind === 'promotion' ? opened.promotionId : null}
            onOpen={(at) => {
              setRow(at);
              open(at);
            }}
          />
        )}
      </ListSheet>
    </Screen>
  );
}

interface SideProps {
  readonly opened: Opened;
  readonly promotions: readonly PromotionReply[];
  readonly onClose: () => void;
}

function Side({ opened, promotions, onClose }: SideProps) {
  if (opened?.kind === 'new') return <PromotionEditor key="new" reply={null} onClose={onClose} />;
  const reply = promotions.find((each) => each.promotion.promotionId === opened?.promotionId);
  if (reply !== undefined) {
    return <PromotionEditor key={reply.promotion.promotionId} reply={reply} onClose={onClose} />;
  }
  return (
    <RailEmpty title={words.nothing}>
      <p>{words.nothingText}</p>
    </RailEmpty>
  );
}

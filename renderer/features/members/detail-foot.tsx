import { id } from '../../../shared/i18n/id.ts';
import { useMay } from '../../data/use-shop.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import styles from './list.module.css';

const words = id.members;

interface DetailFootProps {
  /** There is nothing left to erase. */
  readonly erased: boolean;
  readonly onEdit: () => void;
  readonly onErase: () => void;
  readonly onClose: () => void;
}

/** What can be done with somebody who is being read: change, erase, or go back to the list. */
export function DetailFoot({ erased, onEdit, onErase, onClose }: DetailFootProps) {
  const mayEdit = useMay('member.edit');
  const mayErase = useMay('member.erase') && !erased;
  const back: Action = {
    id: 'members.list',
    label: words.list,
    help: words.listHelp,
    key: 'Escape',
    perform: onClose,
  };
  const edit: Action = {
    id: 'members.edit',
    label: words.detail.edit,
    help: words.detail.editHelp,
    key: 'F9',
    perform: onEdit,
  };
  const erase: Action = {
    id: 'members.erase',
    label: words.erase.action,
    help: words.erase.actionHelp,
    // Del would stay with the search box, which keeps the focus and holds what was looked for.
    key: 'F4',
    icon: 'trash',
    perform: onErase,
  };
  useActions([back, ...(mayEdit ? [edit] : []), ...(mayErase ? [erase] : [])]);
  return (
    <>
      {mayErase && <ActionButton action={erase} withIcon className={styles.erase} />}
      {mayEdit ? <NextStep back={back} main={edit} /> : <ActionButton action={back} size="tall" />}
    </>
  );
}

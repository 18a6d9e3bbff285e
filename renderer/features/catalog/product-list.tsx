import { useDeferredValue, useRef } from 'react';
import type { Product } from '../../../shared/contract/catalog.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useMay } from '../../data/use-shop.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions, useScanner } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { hush } from '../../ui/messages.ts';
import { ListSheet } from '../../ui/list-table.tsx';
import { RailEmpty } from '../../ui/rail-panel.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Empty, Fault } from '../../ui/states.tsx';
import { ListTools } from './list-tools.tsx';
import { ProductEditor } from './product-editor.tsx';
import { ProductTable } from './product-table.tsx';
import { useProductPages, type ProductFilter } from './use-product-pages.ts';

const words = id.catalog;

const EVERYTHING: ProductFilter = { text: '', category: null, onlyWithoutPrice: false };

/** What the side area holds: nothing, a product of the list, or a new one. */
type Opened = { readonly kind: 'product'; readonly product: Product } | { readonly kind: 'new' } | null;

/** Where in the list somebody is: what narrows it, the chosen row, what is open beside it. */
interface ListPlace {
  readonly filter: ProductFilter;
  readonly row: number;
  readonly opened: Opened;
}

/** The list as it is come to. */
export const LIST_AT_FIRST: ListPlace = { filter: EVERYTHING, row: 0, opened: null };

interface ProductListProps {
  readonly place: ListPlace;
  readonly onPlace: (change: (held: ListPlace) => ListPlace) => void;
  readonly onImport: () => void;
  readonly onTerms: (product: Product) => void;
}

/** All goods, and one of them open for changing. */
export function ProductList({ place, onPlace, onImport, onTerms }: ProductListProps) {
  const { filter, row, opened } = place;
  const setRow = (to: number) => onPlace((held) => ({ ...held, row: to }));
  const setOpened = (next: Opened) => onPlace((held) => ({ ...held, opened: next }));
  const field = useRef<HTMLInputElement>(null);
  const mayEdit = useMay('catalog.edit');
  // Typing never waits for the list.
  const asked = useDeferredValue(filter);
  const here = useProductPages(asked, { first: row, last: row });
  const total = here.total ?? 0;

  const narrow = (part: Partial<ProductFilter>) => {
    onPlace((held) => ({ ...held, filter: { ...held.filter, ...part }, row: 0 }));
  };
  const show = (next: Opened) => {
    hush();
    setOpened(next);
  };
  const open = (product: Product) => show({ kind: 'product', product });
  const close = () => {
    setOpened(null);
    field.current?.focus();
  };
  const actions = useListActions({
    onSearch: () => {
      field.current?.focus();
      field.current?.select();
    },
    onNew: () => show({ kind: 'new' }),
    onImport: () => {
      hush();
      onImport();
    },
    mayEdit,
  });
  useScanner((code) => narrow({ ...EVERYTHING, text: code }));

  return (
    <Screen
      title={words.title}
      aside={here.total === undefined ? undefined : words.found(formatAmount(here.total))}
      tools={actions.map((action) => (
        <ActionButton key={action.id} action={action} withIcon />
      ))}
      rail={<Side opened={opened} mayEdit={mayEdit} onClose={close} onTerms={onTerms} />}
    >
      <ListSheet>
        <ListTools
          field={field}
          filter={filter}
          onFilter={narrow}
          onMove={(step) => setRow(Math.min(Math.max(0, row + step), Math.max(0, total - 1)))}
          onEnter={() => {
            const product = here.at(row);
            if (product !== undefined) open(product);
          }}
        />
        {here.error && <Fault error={here.error} />}
        {here.total === 0 && <Nothing filtered={asked !== EVERYTHING} />}
        {total > 0 && (
          <ProductTable
            filter={asked}
            total={total}
            row={row}
            openId={opened?.kind === 'product' ? opened.product.productId : null}
            onOpen={open}
          />
        )}
      </ListSheet>
    </Screen>
  );
}

interface ListWishes {
  readonly onSearch: () => void;
  readonly onNew: () => void;
  readonly onImport: () => void;
  readonly mayEdit: boolean;
}

/** Keys of the list; returns those that stand as buttons in the title row. */
function useListActions({ onSearch, onNew, onImport, mayEdit }: ListWishes): readonly Action[] {
  const search: Action = {
    id: 'catalog.search',
    label: words.search,
    help: words.searchHelp,
    key: 'F2',
    perform: onSearch,
  };
  const buttons: Action[] = mayEdit
    ? [
        { id: 'catalog.new', label: words.new, help: words.newHelp, key: 'F6', icon: 'plus', perform: onNew },
        {
          id: 'catalog.import',
          label: words.import,
          help: words.importHelp,
          key: 'F7',
          icon: 'file',
          perform: onImport,
        },
      ]
    : [];
  useActions([search, ...buttons]);
  return buttons;
}

interface SideProps {
  readonly opened: Opened;
  readonly mayEdit: boolean;
  readonly onClose: () => void;
  readonly onTerms: (product: Product) => void;
}

function Side({ opened, mayEdit, onClose, onTerms }: SideProps) {
  if (opened === null || !mayEdit) {
    return (
      <RailEmpty title={mayEdit ? words.editor.nothing : words.editor.readOnly}>
        {mayEdit && <p>{words.editor.nothingText}</p>}
      </RailEmpty>
    );
  }
  if (opened.kind === 'new')
    return <ProductEditor key="new" product={null} onClose={onClose} onTerms={onTerms} />;
  const { product } = opened;
  return <ProductEditor key={product.productId} product={product} onClose={onClose} onTerms={onTerms} />;
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  return (
    <Empty title={filtered ? words.none : words.empty}>
      <p>{filtered ? words.noneText : words.emptyText}</p>
    </Empty>
  );
}

import { useState } from 'react';
import type { Product } from '../../../shared/contract/catalog.ts';
import { ImportScreen } from './import-screen.tsx';
import { LIST_AT_FIRST, ProductList } from './product-list.tsx';
import { TermsScreen } from './terms-screen.tsx';

/** What stands in the place of the list for a while. */
type Errand = { readonly kind: 'import' } | { readonly kind: 'terms'; readonly product: Product } | null;

/** The goods of the shop: the list with its editor, or an import or a product's terms in its place. */
export function CatalogScreen() {
  const [errand, setErrand] = useState<Errand>(null);
  // Kept here, so that coming back from a product's terms leads to the same place in the list.
  const [place, setPlace] = useState(LIST_AT_FIRST);
  const leave = () => setErrand(null);
  if (errand?.kind === 'import') return <ImportScreen onLeave={leave} />;
  if (errand?.kind === 'terms') return <TermsScreen product={errand.product} onLeave={leave} />;
  return (
    <ProductList
      place={place}
      onPlace={setPlace}
      onImport={() => setErrand({ kind: 'import' })}
      onTerms={(product) => setErrand({ kind: 'terms', product })}
    />
  );
}

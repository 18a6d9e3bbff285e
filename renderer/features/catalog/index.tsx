import { useState } from 'react';
import { ImportScreen } from './import-screen.tsx';
import { ProductList } from './product-list.tsx';

/** The goods of the shop: the list with its editor, or an import in its place. */
export function CatalogScreen() {
  const [importing, setImporting] = useState(false);
  if (importing) return <ImportScreen onLeave={() => setImporting(false)} />;
  return <ProductList onImport={() => setImporting(true)} />;
}

import type { AboveReference } from '../../../shared/contract/catalog.ts';
import { id } from '../../../shared/i18n/id.ts';
import { say } from '../../ui/messages.ts';

/** Says that goods were saved, and of a price above its reference (HAP) that somebody should look again. */
export function sayKept(title: string, text: string, aboveReference: readonly AboveReference[]): void {
  const [above] = aboveReference;
  if (above === undefined) return say({ tone: 'done', title, text });
  say({ tone: 'attention', title, text: id.catalog.editor.aboveReference(above) });
}

import type { OutputOf } from '../../../../shared/contract/define.ts';
import type { returnsContract } from '../../../../shared/contract/returns.ts';
import { ask } from '../../../data/ask.ts';
import type { Goods, ReturnDraft } from './return-draft.ts';

/** What a return would come to. */
export type Preview = OutputOf<(typeof returnsContract)['preview']>;
export type PreviewWay = Preview['ways'][number];

/** Asks what goods come to. It depends on them alone: choosing a reason need not ask again. */
export function previewOf({ saleId, lines }: Pick<Goods, 'saleId' | 'lines'>) {
  return ask.returnPreview({ saleId, lines, reason: 'other' });
}

/** How it is paid back: the way that was chosen, or the one the till proposes. */
export function chosenWay(preview: Preview, { way }: ReturnDraft): PreviewWay | undefined {
  return preview.ways.find(({ kind }) => kind === way) ?? preview.ways[0];
}

/** Ways under which a bank or an acquirer gives a number. */
export function needsReference(way: PreviewWay | undefined): boolean {
  return way?.kind === 'qris' || way?.kind === 'transfer' || way?.kind === 'card';
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../../data/ask.ts';
import { Fault, Waiting } from '../../../ui/states.tsx';
import { ReturnedScreen } from './returned-screen.tsx';
import { ReturnWork } from './return-work.tsx';
import type { Returned } from './use-return-actions.ts';

interface ReturnScreenProps {
  readonly saleId: string;
  readonly onBack: () => void;
  /** Takes a scanned code to the basket: goods ring up, another receipt is taken back instead. */
  readonly onScan: (code: string) => void;
}

/** Taking goods of a receipt back: what, why, how it is paid back; then what to hand over. */
export function ReturnScreen({ saleId, onBack, onScan }: ReturnScreenProps) {
  const sale = useQuery(ask.returnableSale(saleId));
  const [returned, setReturned] = useState<Returned | null>(null);
  const scan = (code: string) => {
    onBack();
    onScan(code);
  };
  if (returned !== null) return <ReturnedScreen returned={returned} onNext={onBack} onScan={scan} />;
  if (sale.isError) return <Fault error={sale.error} onRetry={() => void sale.refetch()} />;
  if (sale.isPending) return <Waiting />;
  return <ReturnWork sale={sale.data} onBack={onBack} onScan={scan} onReturned={setReturned} />;
}

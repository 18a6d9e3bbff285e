import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Claim } from '../../../../shared/contract/programmes.ts';
import { formatAmount, formatRupiah } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { useMay } from '../../../data/use-shop.ts';
import { ListSheet } from '../../../ui/list-table.tsx';
import { hush } from '../../../ui/messages.ts';
import { NotMine } from '../../../ui/not-mine.tsx';
import { RailEmpty } from '../../../ui/rail-panel.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty, Fault, Waiting } from '../../../ui/states.tsx';
import { SectionFrame, type SectionProps } from '../sections.tsx';
import { useRows } from '../../../ui/use-rows.ts';
import { ClaimDetail } from './claim-detail.tsx';
import { ClaimTable } from './claim-table.tsx';
import { SettleForm } from './settle-form.tsx';

const words = id.subsidyOffice.claims;

/** Differences on what stood in the store when a decree lowered a price: who owes them, what came of it. */
export function ClaimsSection({ onSection }: SectionProps) {
  const may = useMay('subsidy.manage');
  const [settling, setSettling] = useState<string | null>(null);
  const claims = useQuery({ ...ask.claims(), enabled: may });
  if (!may || claims.data === undefined) {
    return (
      <SectionFrame section="claims" onSection={onSection}>
        <Screen title={words.title}>
          {!may && (
            <Sheet>
              <NotMine permission="subsidy.manage" title={words.notMine} />
            </Sheet>
          )}
          {may && (claims.error === null ? <Waiting /> : <Fault error={claims.error} />)}
        </Screen>
      </SectionFrame>
    );
  }
  return (
    <SectionFrame section="claims" onSection={onSection} digitsTaken={settling !== null}>
      <ClaimList
        claims={claims.data}
        settling={settling}
        onSettle={(claimId) => {
          hush();
          setSettling(claimId);
        }}
        onClose={() => setSettling(null)}
      />
    </SectionFrame>
  );
}

interface ClaimListProps {
  readonly claims: readonly Claim[];
  readonly settling: string | null;
  readonly onSettle: (claimId: string) => void;
  readonly onClose: () => void;
}

function ClaimList({ claims, settling, onSettle, onClose }: ClaimListProps) {
  const { row, open } = useRows(claims.length, { filling: settling !== null });
  const openRp = claims.reduce((sum, claim) => sum + claim.openRp, 0);
  const current = claims.find((claim) => claim.claimId === settling) ?? claims[row];
  return (
    <Screen
      title={words.title}
      aside={words.aside(formatAmount(claims.length), formatRupiah(openRp))}
      railWidth="wide"
      rail={<Side claim={current} settling={settling !== null} onSettle={onSettle} onClose={onClose} />}
    >
      <ListSheet>
        {claims.length === 0 ? (
          <Empty title={words.empty}>
            <p>{words.emptyText}</p>
          </Empty>
        ) : (
          <ClaimTable claims={claims} row={row} onRow={open} />
        )}
      </ListSheet>
    </Screen>
  );
}

interface SideProps extends Pick<ClaimListProps, 'onSettle' | 'onClose'> {
  readonly claim: Claim | undefined;
  readonly settling: boolean;
}

function Side({ claim, settling, onSettle, onClose }: SideProps) {
  if (claim === undefined) {
    return <RailEmpty title={words.nothing} />;
  }
  return settling ? (
    <SettleForm key={claim.claimId} claim={claim} onClose={onClose} />
  ) : (
    <ClaimDetail key={claim.claimId} claim={claim} onSettle={() => onSettle(claim.claimId)} />
  );
}

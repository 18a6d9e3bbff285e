import { useQuery } from '@tanstack/react-query';
import { Navigate, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ask } from '../data/ask.ts';
import { session } from '../data/session.ts';
import { useStoreValue } from '../data/store.ts';
import { Fault, Waiting } from '../ui/states.tsx';

/**
 * Lets a person through to the screen they may see: first the shop must be set up, then someone must
 * be signed in. The open ticket waits in the engine meanwhile.
 */
export function Gate({ children }: { readonly children: ReactNode }) {
  const held = useStoreValue(session);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const setup = useQuery(ask.setup());
  const me = useQuery({ ...ask.me(), enabled: held !== null });

  if (setup.isError) return <Fault error={setup.error} onRetry={() => void setup.refetch()} />;
  if (setup.isPending) return <Waiting />;
  if (!setup.data.ready) return path === '/setup' ? children : <Navigate to="/setup" replace />;
  if (held === null) return path === '/masuk' ? children : <Navigate to="/masuk" replace />;
  if (me.isError) return <Fault error={me.error} onRetry={() => void me.refetch()} />;
  if (me.isPending) return <Waiting />;
  if (path === '/setup' || path === '/masuk') return <Navigate to="/kasir" replace />;
  return children;
}

import { v7 as uuidv7 } from 'uuid';
import { createClient } from '../../shared/contract/define.ts';
import { contract, type TillClient } from '../../shared/contract/index.ts';
import { link } from './link.ts';
import { steadySend } from './send.ts';
import { loseSession, session } from './session.ts';
import { takeToken } from './token.ts';
import { bridgeTransport } from './transport-bridge.ts';
import { lineTransport } from './transport-line.ts';
import type { Transport } from './transport.ts';

/** The one place where the window looks at what it runs on. */
export const transport: Transport =
  window.gerai === undefined
    ? lineTransport(window.location.host, takeToken())
    : bridgeTransport(window.gerai);

/** The engine, as every screen sees it: `await engine.till.scan({ code })` gives a reply value. */
export const engine: TillClient = createClient(
  contract,
  steadySend({
    transport,
    session: session.get,
    onLink: link.set,
    onSessionGone: loseSession,
    wait: (milliseconds) =>
      new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
      }),
  }),
  uuidv7,
);

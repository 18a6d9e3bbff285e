import type { CallEnvelope } from '../../shared/contract/wire.ts';
import { TransportFailure, type Transport, type TransportListener } from './transport.ts';
import { parseEvent, parseReply } from './wire.ts';

/** How long to wait before listening again after the stream of events broke, in milliseconds. */
const LISTEN_AGAIN_AFTER = 1000;

/** The way over 127.0.0.1 to an engine that serves this very page. */
export function httpTransport(token: string): Transport {
  const authorization = `Bearer ${token}`;
  return {
    call: async (envelope) => parseReply(await postCall(authorization, envelope)),
    listen: (listener) => {
      const stop = new AbortController();
      void keepListening(authorization, listener, stop.signal);
      return () => stop.abort();
    },
    toggleDisplay: displayToggle(),
    fillsScreen: true,
  };
}

/** The buyer's window is a window of this browser, which has the till's token from the one that opens it. */
function displayToggle(): () => boolean {
  let opened: Window | null = null;
  return () => {
    if (opened?.closed === false) {
      opened.close();
      return true;
    }
    // By its name it is found again after the till's window was reloaded.
    opened = window.open('#/layar', 'gerai-layar', 'popup,width=1024,height=600');
    // A new window takes the focus; the cashier types on here.
    window.focus();
    return opened !== null;
  };
}

async function postCall(authorization: string, envelope: CallEnvelope): Promise<unknown> {
  try {
    const response = await fetch('/rpc', {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(envelope),
    });
    return await response.json();
  } catch (error) {
    throw new TransportFailure('the web host gave no reply', { cause: error });
  }
}

async function keepListening(
  authorization: string,
  listener: TransportListener,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    try {
      await readEvents(authorization, listener, stop);
    } catch (error) {
      // A broken stream is news for the status strip, told below; anything else is a bug.
      if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    }
    if (stop.aborted) return;
    listener.onLink(false);
    await new Promise((resolve) => {
      setTimeout(resolve, LISTEN_AGAIN_AFTER);
    });
  }
}

/** Reads one stream of newline-delimited JSON to its end. */
async function readEvents(
  authorization: string,
  { onEvent, onLink }: TransportListener,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch('/events', { headers: { authorization }, signal });
  if (!response.ok || response.body === null) return;
  onLink(true);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      // An empty line only keeps the connection open.
      if (line.trim() === '') continue;
      const event = parseEvent(JSON.parse(line));
      if (event !== null) onEvent(event);
    }
  }
}

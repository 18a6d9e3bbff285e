import type { EngineEvent } from '../../shared/contract/wire.ts';

const HEARTBEAT_MS = 15_000;

/** A page that has left this many lines unread is not listening any more; it asks anew when it is. */
const MOST_UNREAD_LINES = 500;

/** Engine events as lines of JSON, for as long as somebody reads them. */
export function eventStream(
  subscribe: (listener: (event: EngineEvent) => void) => () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let release = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (line: string) => {
          if ((controller.desiredSize ?? 0) <= 0) {
            release();
            controller.close();
            return;
          }
          controller.enqueue(encoder.encode(`${line}\n`));
        };
        const unsubscribe = subscribe((event) => send(JSON.stringify(event)));
        const heartbeat = setInterval(() => send(''), HEARTBEAT_MS);
        release = () => {
          unsubscribe();
          clearInterval(heartbeat);
        };
        // The first line tells the page that it is subscribed: it may ask for its data now.
        send('');
      },
      cancel: () => release(),
    },
    { highWaterMark: MOST_UNREAD_LINES },
  );
}

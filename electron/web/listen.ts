import type { AddressInfo } from 'node:net';
import { serve, type ServerType, type WebSocketServerLike } from '@hono/node-server';
import type { Hono } from 'hono';
import { WebSocketServer } from 'ws';

/** A spreadsheet of 100,000 products fits; a message that never ends does not. */
const MOST_MESSAGE_BYTES = 40 * 1024 * 1024;

export interface Listening {
  port: number;
  close(): Promise<void>;
}

/** Serves on 127.0.0.1 alone; rejects when the port is taken. Port 0 takes any free one. */
export function listen(app: Hono, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const lines = new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE_BYTES });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the two packages write one optional property differently
    const websocket = { server: lines as WebSocketServerLike };
    const server: ServerType = serve(
      { fetch: app.fetch, hostname: '127.0.0.1', port, websocket },
      (address: AddressInfo) => resolve({ port: address.port, close: () => close(server, lines) }),
    );
    server.once('error', reject);
  });
}

function close(server: ServerType, lines: WebSocketServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // A line stays open for as long as its page does: it has to be cut.
    for (const line of lines.clients) line.terminate();
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}

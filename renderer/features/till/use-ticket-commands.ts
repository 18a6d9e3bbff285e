import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { CallOptions } from '../../../shared/contract/define.ts';
import type { Ticket } from '../../../shared/contract/till.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import { TICKET_KEY } from '../../data/ask.ts';
import { ownCommands } from '../../data/own-commands.ts';
import { createSerial, untilAnswered } from '../../data/serial.ts';
import { useStoreValue } from '../../data/store.ts';
import { hushPassing, sayRefusal } from '../../ui/messages.ts';

/**
 * Sends one command behind those already waiting and shows what became of the ticket. `seen` is the
 * ticket on screen when its turn has come: the scans before it have been answered by then. A refusal
 * has been said in words, unless it is only that somebody has to allow it.
 */
export type Send = <O>(
  call: (options: CallOptions, seen: Ticket | undefined) => Promise<Reply<O>>,
  show: (value: O) => Ticket,
) => Promise<Reply<O>>;

/** Brings commands to the open ticket in order, one by one, and their replies on screen. */
export function useTicketCommands(): {
  readonly send: Send;
  readonly waiting: number;
  readonly busy: () => boolean;
  readonly settled: () => Promise<Ticket | undefined>;
} {
  const client = useQueryClient();
  const [serial] = useState(createSerial);
  const waiting = useStoreValue(serial.waiting);
  const send: Send = (call, show) => {
    const commandId = uuidv7();
    return serial.run(async () => {
      // Looked up once for all tries: a repeat must say the same as the first.
      const seen = client.getQueryData(TICKET_KEY);
      const done = ownCommands.begin();
      const reply = await untilAnswered(commandId, (options) => call(options, seen)).finally(done);
      if (reply.ok) {
        client.setQueryData(TICKET_KEY, show(reply.value));
        hushPassing();
      } else if (reply.error.code !== 'approval.required') sayRefusal(reply.error);
      return reply;
    });
  };
  const settled = async () => {
    await serial.settled();
    return client.getQueryData(TICKET_KEY);
  };
  return { send, waiting, busy: serial.busy, settled };
}

/** Whether a command was done. */
export async function isDone(reply: Promise<Reply<unknown>>): Promise<boolean> {
  return (await reply).ok;
}

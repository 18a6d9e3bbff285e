import { expect, test } from 'vitest';
import { TestLog } from '../../../test/support/till.ts';
import { nodeHidPort } from './node-hid-port.ts';

test('with or without libusb on this machine, asking for scanners harms nobody', async () => {
  const port = await nodeHidPort(new TestLog());
  // Where the library does not load there is no port; where it does, it lists what is plugged in.
  expect(port === undefined ? [] : await port.scanners()).toBeInstanceOf(Array);
});

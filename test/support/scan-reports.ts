interface ReportParts {
  readonly data: string;
  /** AIM symbology identifier; EAN-13 where left out. */
  readonly aim?: string;
  readonly continued?: boolean;
  /** Everything after the length sits one byte further, as some models have it. */
  readonly late?: boolean;
  readonly id?: number;
}

/** A 64-byte HID POS report of scanned data, its report id first. */
export function report({
  data,
  aim = ']E0',
  continued = false,
  late = false,
  id = 0x02,
}: ReportParts): Uint8Array {
  const bytes = Buffer.alloc(64);
  bytes[0] = id;
  bytes[1] = data.length;
  bytes.write(aim + data, late ? 3 : 2, 'latin1');
  bytes[63] = continued ? 1 : 0;
  return bytes;
}

/**
 * The few globals that browsers and Node have in common and that ECMAScript itself does not define.
 * Declared here one by one, so that `shared` can use them without seeing either world's types.
 */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(encoding?: 'utf-8', options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array): string;
}

/** Base64 of a string whose characters are bytes, and back. */
declare function btoa(bytes: string): string;
declare function atob(base64: string): string;

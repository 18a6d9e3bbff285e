import type { FileReply } from '../../shared/contract/values.ts';

/** Long enough for the browser to have read the file before its address is given back. */
const KEEP_MS = 60_000;

/** Hands a file of the engine to the person as a download. */
export function saveFile(file: FileReply): void {
  const bytes = Uint8Array.from(atob(file.contentBase64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
}

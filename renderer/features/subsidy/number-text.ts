import { NIK_LENGTH } from '../../ui/nik-length.ts';

/** Whether what was typed is as long as a NIK, so that it is one to be looked up and not words. */
export function isWholeNumber(typed: string): boolean {
  return /^[\d\s.-]+$/.test(typed.trim()) && typed.replaceAll(/\D/g, '').length === NIK_LENGTH;
}

import type { z } from 'zod';
import { pinSchema } from '../../shared/contract/values.ts';
import { id } from '../../shared/i18n/id.ts';

/** What is wrong with each field of a form, in words; a field without a word is right. */
export type FieldErrors<Name extends string> = { readonly [N in Name]?: string | undefined };

/** Whether nothing is wrong. */
export function allRight(errors: FieldErrors<string>): boolean {
  return Object.values(errors).every((words) => words === undefined);
}

/** Judges a text that must be there by the contract's own schema, so that screen and engine agree. */
export function textError(schema: z.ZodString, typed: string): string | undefined {
  if (typed.trim() === '') return id.fields.missing;
  return schema.safeParse(typed).success ? undefined : id.fields.tooLong(schema.maxLength ?? 0);
}

/** Judges a PIN and its repetition: a slip in the first typing would lock its owner out. */
export function pinErrors(pin: string, again: string): FieldErrors<'pin' | 'pinAgain'> {
  if (!pinSchema.safeParse(pin).success) return { pin: id.fields.pin };
  return pin === again ? {} : { pinAgain: id.fields.pinDiffers };
}

/** Keeps only digits of what was typed: for PINs, codes and ports. */
export function digitsOf(typed: string, longest: number): string {
  return typed.replaceAll(/\D/g, '').slice(0, longest);
}

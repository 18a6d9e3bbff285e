import { useState } from 'react';
import type { FieldErrors } from './field-checks.ts';
import { hushPassing } from './messages.ts';

/** A form being filled in: what was typed, and what is wrong with it. */
export interface Entry<T extends object> {
  readonly draft: T;
  readonly errors: FieldErrors<keyof T & string>;
  /** How often it was refused; `EntryForm` then leads to the first wrong field. */
  readonly refusals: number;
  /** Takes over what was typed. A field that is being mended is not scolded any longer, a confirmation is old. */
  readonly change: (part: Partial<T>) => void;
  /** Says what is wrong, beside each field. */
  readonly refuse: (errors: FieldErrors<keyof T & string>) => void;
  /** Forgets what was wrong. */
  readonly accept: () => void;
  /** Starts anew. */
  readonly reset: (draft: T) => void;
}

/** Keeps a form's fields together with what is wrong with them. */
export function useEntry<T extends object>(initial: T): Entry<T> {
  const [draft, setDraft] = useState(initial);
  const [errors, setErrors] = useState<FieldErrors<keyof T & string>>({});
  const [refusals, setRefusals] = useState(0);
  return {
    draft,
    errors,
    refusals,
    change: (part) => {
      hushPassing();
      setDraft((held) => ({ ...held, ...part }));
      setErrors((held) => ({ ...held, ...cleared(part) }));
    },
    refuse: (wrong) => {
      setErrors(wrong);
      setRefusals((count) => count + 1);
    },
    accept: () => setErrors({}),
    reset: (next) => {
      setDraft(next);
      setErrors({});
      setRefusals(0);
    },
  };
}

function cleared(part: object): Record<string, undefined> {
  return Object.fromEntries(Object.keys(part).map((name) => [name, undefined]));
}

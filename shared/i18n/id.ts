import { errors } from './id/errors.ts';

/** Every word the till says, in Bahasa Indonesia: the source of truth. One file for each area. */
export const id = {
  errors,
} as const;

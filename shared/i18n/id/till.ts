/** Words of the selling screen. */
export const till = {} as const;

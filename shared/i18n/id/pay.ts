/** Words of the pay screen. */
export const pay = {} as const;

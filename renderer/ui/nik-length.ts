/** Digits of a NIK and of a KK number. */
export const NIK_LENGTH = 16;

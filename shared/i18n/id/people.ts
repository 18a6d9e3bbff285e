/** Words about who may do what, for people who may not. */
export const people = {
  person: (name: string, role: string): string => `${name} (${role})`,
  /** Any of them will do: `Hadi (pengelola) atau Sri (pengurus)`. */
  anyOf: (names: readonly string[]): string =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} atau ${names.at(-1) ?? ''}`,
  askThem: (names: string): string => `Minta ${names}.`,
  nobody: 'Belum ada orang lain yang bisa.',
  change: 'Ganti kasir',
  changeHelp: 'Keluar, supaya orang lain bisa masuk.',
} as const;

/** Words about who may do what, for people who may not. */
export const people = {
  person: (name: string, role: string): string => `${name} (${role})`,
  askThem: (names: string): string => `Minta ${names}.`,
  nobody: 'Belum ada orang lain yang bisa.',
  change: 'Ganti kasir',
  changeHelp: 'Keluar, supaya orang lain bisa masuk.',
} as const;

/** How shops shorten their units on paper. Short words (`pcs`, `pak`, `dus`, `sak`, `kg`) stay whole. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['batang', 'btg'],
  ['botol', 'btl'],
  ['buah', 'bh'],
  ['bungkus', 'bks'],
  ['butir', 'btr'],
  ['ekor', 'ekr'],
  ['galon', 'gln'],
  ['gelas', 'gls'],
  ['gram', 'g'],
  ['ikat', 'ikt'],
  ['jerigen', 'jrg'],
  ['kaleng', 'klg'],
  ['kantong', 'ktg'],
  ['karton', 'ktn'],
  ['karung', 'krg'],
  ['kotak', 'ktk'],
  ['lembar', 'lbr'],
  ['liter', 'L'],
  ['lusin', 'lsn'],
  ['meter', 'm'],
  ['pouch', 'pch'],
  ['renceng', 'rcg'],
  ['sachet', 'sct'],
  ['slop', 'slp'],
  ['strip', 'str'],
  ['tabung', 'tbg'],
  ['toples', 'tpl'],
  ['tube', 'tub'],
]);

/** The short form of a unit for a column of three letters; a unit nobody shortens stays as it is. */
export function shortUnit(unit: string): string {
  const name = unit.trim();
  return SHORT_FORMS.get(name.toLowerCase()) ?? name;
}

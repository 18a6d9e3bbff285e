/** Goods without a barcode, which a list of barcodes can't hold: staples, and what is weighed. */
export interface Staple {
  readonly plu: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly priceRp: number;
  readonly costRp: number;
  /** What is on the shelf, in thousandths of the unit. */
  readonly stockThousandths: number;
  /** Sold by weight or measure. */
  readonly fractional: boolean;
}

type Line = readonly [
  plu: string,
  name: string,
  category: string,
  unit: string,
  priceRp: number,
  costRp: number,
  stock: number,
];

/** The names and prices that the screens were designed with. PLU, name, category, unit, price, cost, stock. */
const PACKED: readonly Line[] = [
  ['1', 'Beras SPHP 5 kg', 'Beras', 'sak', 62_500, 57_500, 40],
  ['2', 'Minyakita 1 L', 'Minyak Goreng', 'botol', 15_700, 14_500, 96],
  ['3', 'LPG 3 kg isi ulang', 'Rumah Tangga', 'tabung', 18_000, 16_000, 60],
  ['4', 'Gula Pasir 1 kg', 'Gula', 'bungkus', 17_500, 16_300, 50],
  ['5', 'Tepung Terigu Segitiga 1 kg', 'Tepung', 'bungkus', 13_500, 12_200, 40],
  ['6', 'Kecap Manis 220 ml', 'Bumbu & Saus', 'botol', 9_800, 8_600, 36],
  ['7', 'Kopi Bubuk 165 g', 'Kopi & Teh', 'bungkus', 15_900, 14_100, 48],
  ['8', 'Sabun Mandi 85 g', 'Sabun & Deterjen', 'pcs', 4_200, 3_600, 72],
  ['9', 'Indomie Goreng 85 g', 'Mi Instan', 'bungkus', 3_100, 2_750, 240],
];

/** Goods of government programmes beside those above, and what a cylinder asks for. The deposit is no stock. */
const SUBSIDISED: readonly Line[] = [
  ['31', 'Pupuk urea 50 kg', 'Pertanian', 'sak', 90_000, 86_000, 30],
  ['32', 'Pupuk NPK 50 kg', 'Pertanian', 'sak', 92_000, 88_000, 24],
  ['33', 'Tabung 3 kg kosong', 'Rumah Tangga', 'tabung', 150_000, 120_000, 25],
  ['34', 'Jaminan tabung 3 kg', 'Rumah Tangga', 'tabung', 100_000, 0, 0],
];

const WEIGHED: readonly Line[] = [
  ['11', 'Telur ayam ras', 'Telur & Susu', 'kg', 28_000, 25_800, 45],
  ['12', 'Bawang merah', 'Bumbu & Saus', 'kg', 38_000, 33_000, 18],
  ['13', 'Bawang putih', 'Bumbu & Saus', 'kg', 36_000, 31_500, 15],
  ['14', 'Cabai rawit merah', 'Bumbu & Saus', 'kg', 55_000, 46_000, 6.5],
  ['15', 'Beras medium curah', 'Beras', 'kg', 13_500, 12_300, 250],
  ['16', 'Gula pasir curah', 'Gula', 'kg', 17_000, 15_900, 80],
  ['17', 'Tepung terigu curah', 'Tepung', 'kg', 11_500, 10_200, 50],
  ['18', 'Minyak goreng curah', 'Minyak Goreng', 'liter', 15_500, 14_400, 60],
  ['19', 'Kentang', 'Lainnya', 'kg', 16_000, 13_000, 22.75],
  ['20', 'Kacang tanah kupas', 'Lainnya', 'kg', 32_000, 28_000, 12],
  ['21', 'Ikan asin', 'Lainnya', 'kg', 48_000, 41_000, 8.25],
  ['22', 'Gula merah', 'Gula', 'kg', 22_000, 19_000, 20],
];

/** Every product without a barcode. */
export const STAPLES: readonly Staple[] = [
  ...PACKED.map((line) => staple(line, false)),
  ...WEIGHED.map((line) => staple(line, true)),
  ...SUBSIDISED.map((line) => staple(line, false)),
];

function staple([plu, name, category, unit, priceRp, costRp, stock]: Line, fractional: boolean): Staple {
  return { plu, name, category, unit, priceRp, costRp, stockThousandths: stock * 1000, fractional };
}

import { z } from 'zod';

/** Who a price or a promotion is for. Everybody may have what `umum` has. */
export const tierSchema = z.enum(['umum', 'anggota', 'grosir']);
export type Tier = z.output<typeof tierSchema>;

import { z } from 'zod';

const count = z.int().min(0);

/** What a cell of the board showed when somebody asked about it, kept with its version. */
export const shownSchema = z.strictObject({
  v: z.literal(1),
  total: count,
  accepted: count,
  claimed: count,
  overdue: count,
});
export type Shown = z.infer<typeof shownSchema>;

import { z } from 'zod';

const v = z.literal(1);

/** How the work of a round was chosen, kept with it. */
export const selectionSchema = z.discriminatedUnion('how', [
  z.strictObject({ v, how: z.literal('ticked') }),
  z.strictObject({
    v,
    how: z.literal('filter'),
    /** Fields of the list's filter, by their names in its address. */
    filters: z.record(z.string().max(40), z.string().max(200)),
    asks: z.enum(['do', 'answer']),
  }),
]);

export type Selection = z.infer<typeof selectionSchema>;

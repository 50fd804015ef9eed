import { z } from 'zod';
import type { CalendarDate } from '../../../kernel/dates.ts';
import { yearOf } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { subDimension } from '../../papi/index.ts';
import { type DueSpec, parseDue, parseProducts } from '../../plans/index.ts';
import { unitGroups } from '../../units/index.ts';
import { scoringErrors } from '../errors.ts';
import { scoringLimits } from '../limits.ts';
import type { PracticeToStore } from '../store.ts';

const text = (most: number) => z.string().trim().min(1).max(most);

/** What is said of a practice. */
export const practiceFields = z.object({
  title: text(200),
  /** Where: as people call the place. */
  place: text(200),
  placeCode: z.string().trim().min(1).max(20).nullable().default(null),
  placeYear: z.int().min(2011).max(2199).nullable().default(null),
  parts: z.array(z.string()).min(1).max(scoringLimits.practice_parts),
  what: text(4000),
  how: text(4000),
  source: text(1000),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
  isIllustration: z.boolean().default(false),
  task: z
    .object({
      words: text(4000),
      products: text(500),
      due: text(500),
      group: z.string().trim().min(1).max(60).nullable(),
    })
    .nullable()
    .default(null),
});

/** The due that words of an annex mean; throws `scoring.due_unreadable` at the field of the form. */
export function readDue(words: string, year: number): DueSpec {
  const { spec } = parseDue(words, { planYear: year });
  if (spec) return spec;
  const type = scoringErrors.due_unreadable;
  throw new AppError(type, { words }, [{ field: 'thoi-gian', message: type, params: { words } }]);
}

/** Checks what the schema cannot know, and lays the fields out as they are stored. */
export async function laidOut(
  db: Db,
  fields: z.output<typeof practiceFields>,
  today: CalendarDate,
): Promise<Omit<PracticeToStore, 'id' | 'version' | 'withdrawnReason' | 'byUnitId'>> {
  const { task, parts, ...rest } = fields;
  for (const part of parts) ensure(subDimension(part), scoringErrors.part_ended, { part });
  if (task) {
    readDue(task.due, yearOf(today));
    const groups = await unitGroups(db);
    ensure(task.group === null || groups.some(({ code }) => code === task.group), scoringErrors.unit_unknown);
  }
  return {
    ...rest,
    placeYear: rest.placeCode === null ? null : rest.placeYear,
    parts: [...new Set(parts)].sort(),
    taskWords: task?.words ?? null,
    taskProduct: task && parseProducts(task.products).length > 0 ? task.products : null,
    taskDue: task?.due ?? null,
    taskGroup: task?.group ?? null,
  };
}

import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { plainText } from '../domain/content.ts';
import { isPart, PARTS, type PartKey } from '../domain/parts.ts';
import type { PartView } from '../domain/parts-view.ts';
import { isWritable, type ReportKind } from '../domain/report.ts';
import { reportErrors } from '../errors.ts';
import { reportEvents } from '../events.ts';
import { reportLimits } from '../limits.ts';
import { mayWrite } from '../policy.ts';
import { readScene, shownParts } from '../scene.ts';
import { lockReport, storePart } from '../store.ts';

export const savePartInput = z.object({
  reportId: z.string(),
  part: z.string().max(40),
  /** `words` as typed; `proposal`: back to what is proposed; `news`: what was proposed since is added below; `seen`: it is left out. */
  change: z.enum(['words', 'proposal', 'news', 'seen']),
  words: z.string().max(reportLimits.part_length).default(''),
  /** The revision the writer saw; 0 where nobody had edited the part. */
  revision: z.coerce.number().int().min(0),
});

/** What came of a save, and where a writer goes on. */
export interface SavedPart {
  readonly changed: boolean;
  readonly kind: ReportKind;
  readonly part: PartKey;
  /** The part that follows among those that are written about; `null` after the last. */
  readonly next: PartKey | null;
}

/**
 * Changes what a part says. Words equal to what stands change nothing. Throws `reports.changed_meanwhile` when somebody else saved
 * the part since.
 */
export async function savePart(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof savePartInput>,
): Promise<SavedPart> {
  const { reportId, part, revision } = input;
  const report = await lockReport(context, tx, reportId, mayWrite);
  ensure(isPart(part), reportErrors.not_found);
  ensure(isWritable(report.state), reportErrors.not_writable);
  const scene = await readScene(tx, report, context.now, { today: vietnamDate(context.now), asOf: null });
  const view = scene.parts.find((one) => one.part === part);
  ensure(view, reportErrors.not_found);
  ensure(view.revision === revision, reportErrors.changed_meanwhile);
  const shown = shownParts(scene).map((one) => one.part);
  const next = PARTS.slice(PARTS.indexOf(part) + 1).find((one) => shown.includes(one)) ?? null;
  const saved = { kind: report.kind, part, next };
  const words = wantedWords(view, input);
  const isSeen = input.change === 'seen' && view.news.length > 0;
  if (!isSeen && words === (view.edited?.words ?? null)) return { ...saved, changed: false };
  await storePart(context, tx, report.id, { part, proposed: view.proposed, words });
  await audit(tx, context, reportEvents.part_saved, {
    subject: { type: 'report', id: report.id },
    before: { part, words: view.edited?.words ?? null },
    after: { part, words },
  });
  return { ...saved, changed: true };
}

/** `null` stands for the proposal; typing exactly what is proposed is no edit of a part that nobody edited. */
function wantedWords(view: PartView, input: z.infer<typeof savePartInput>): string | null {
  if (input.change === 'proposal') return null;
  if (input.change === 'seen') return view.edited?.words ?? null;
  if (input.change === 'news') return view.edited ? plainText([view.words, ...view.news].join('\n')) : null;
  const words = plainText(input.words);
  return view.edited === null && words === plainText(view.proposed) ? null : words;
}

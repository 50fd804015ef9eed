import { formatDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { notice } from '../../../../ui/index.ts';
import { taskVersions } from '../../../plans/index.ts';
import { ma } from '../../messages-amended.ts';
import type { HistoryLine } from '../../queries/history.ts';
import type { IssuedTaskFacts, Item } from '../../queries/item.ts';
import type { Reading } from '../reading.ts';
import { waitingChanges } from '../waiting-changes.ts';

/** That the assignment was dropped, and that its unit has not confirmed an amendment yet. */
export async function amendedNotices(
  context: RequestContext,
  reading: Reading,
  item: Item,
  task: IssuedTaskFacts,
  lines: readonly HistoryLine[],
): Promise<Html> {
  const { t } = context;
  const drops = lines.flatMap((line) =>
    line.sort === 'entry' && line.entry.kind === 'drop' ? [line.entry] : [],
  );
  const drop = item.droppedVersion === null ? undefined : drops.at(-1);
  const dropped =
    drop &&
    notice(
      {
        kind: 'warning',
        text: t(ma.dropped_notice, { date: formatDate(drop.happenedOn), reason: drop.note }),
      },
      t,
    );
  return html`${dropped}${await waitingChanges(context, reading, item, task.planId)}`;
}

/** What amendments changed of the task, old and new side by side. */
export function amendedPanel(
  context: RequestContext,
  { day }: Reading,
  task: Pick<IssuedTaskFacts, 'id' | 'planId'>,
): Promise<Html> {
  return taskVersions(context, task.planId, task.id, day.asOf);
}

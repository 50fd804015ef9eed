import { formatDate } from '../../../kernel/dates.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import type { Act } from '../domain/urgency.ts';
import { m } from '../messages-staff.ts';
import type { WorkLine } from '../queries/work-list.ts';
import { itemHref } from './looking.ts';

type Line = Pick<WorkLine, 'item' | 'urgency' | 'postings' | 'state'>;

/** What must be done, in one sentence. */
export function todoText({ t }: RequestContext, { urgency, item, state }: Line): string {
  if (urgency.todo === 'take_down' && state === 'withdrawn') return t(m.todo_take_down_now);
  return t(m[`todo_${urgency.todo}`], { date: formatDate(urgency.on ?? item.dueOn) });
}

/** Where the next step is done. */
export function actHref({ item, urgency, postings }: Line): string {
  const { act, placeIds } = urgency;
  const href = itemHref(item.id);
  const [placeId] = placeIds;
  const posting = postings.find((one) => one.placeId === placeId);
  const byAct: Readonly<Record<Act, string>> = {
    fill: `${href}/noi-dung`,
    look_again: `${href}/noi-dung`,
    post: `${href}/niem-yet${placeId ? `?diem=${placeId}` : ''}`,
    post_again: `${href}/niem-yet${placeId ? `?diem=${placeId}` : ''}`,
    prove: posting ? `/cong-khai/lan/${posting.id}#minh-chung` : `${href}#noi-niem-yet`,
    take_down: posting ? `/cong-khai/lan/${posting.id}#go` : `${href}#noi-niem-yet`,
    answer: `${href}#nguoi-dan`,
    name_place: `/cong-khai/diem?don-vi=${item.unitId}`,
    read: href,
  };
  return byAct[act];
}

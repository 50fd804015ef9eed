import { formatDate } from '../../../kernel/dates.ts';
import { type Message, type MessageParams, messages } from '../../../kernel/i18n.ts';
import type { AwayKind, NamedHolder } from '../../identity/index.ts';

const m = messages({
  person: { vi: '{name}, {title}', en: '{name}, {title}' },
  acting: { vi: '{name}, quyền {title}', en: '{name}, acting {title}' },
  unit: {
    vi: 'cả đơn vị (chưa ai giữ chức vụ có thể phụ trách)',
    en: 'the unit as a whole (nobody is there to answer)',
  },
  instead_leave: { vi: 'thay {who} nghỉ đến hết {date}', en: 'for {who}, on leave until the end of {date}' },
  instead_mission: {
    vi: 'thay {who} đi công tác đến hết {date}',
    en: 'for {who}, on mission until the end of {date}',
  },
  instead_training: {
    vi: 'thay {who} đi học đến hết {date}',
    en: 'for {who}, in training until the end of {date}',
  },
  instead_left: {
    vi: 'thay {who} đã thôi giữ chức vụ sau ngày {date}',
    en: 'for {who}, who left the post after {date}',
  },
  took_over: {
    vi: 'tiếp nhận từ {who} (thôi giữ chức vụ sau ngày {date})',
    en: 'taking over from {who}, who left the post after {date}',
  },
  no_title: { vi: 'vì chưa ai giữ chức vụ {title}', en: 'as nobody holds the post {title}' },
  as_head: { vi: 'phụ trách với tư cách lãnh đạo đơn vị', en: 'answering as a leader of the unit' },
});

const AWAY: Record<AwayKind, Message> = {
  leave: m.instead_leave,
  mission: m.instead_mission,
  training: m.instead_training,
};

/** One clause of the sentence. */
export interface Clause {
  readonly message: Message;
  readonly params: MessageParams;
}

/** "Quyền Trưởng phòng" and "Phó Trưởng phòng, phụ trách phòng" say themselves that it is for a time. */
const SAYS_ACTING = /^(quyền|q\.)|phụ trách/i;

/**
 * Who answers and why, as the clauses of one sentence: "Nguyễn Văn A, quyền Trưởng phòng, thay Trần Thị B nghỉ đến hết
 * 05/07/2024". `wantedTitle` is the title that was asked for.
 */
export function whoAnswers(holder: NamedHolder, wantedTitle: string | null): Clause[] {
  const { name, title, acting, reason, passed } = holder;
  const who: Clause =
    name === null || title === null
      ? { message: m.unit, params: {} }
      : { message: acting && !SAYS_ACTING.test(title) ? m.acting : m.person, params: { name, title } };
  const instead = passed.map((one, index): Clause => {
    const isHandover = reason === 'successor' && index === passed.length - 1;
    const message = isHandover ? m.took_over : one.kind === null ? m.instead_left : AWAY[one.kind];
    return { message, params: { who: one.name, date: formatDate(one.until) } };
  });
  const byRank = reason === 'head' || reason === 'unit';
  const vacant: Clause[] =
    byRank && passed.length === 0 && wantedTitle !== null
      ? [{ message: m.no_title, params: { title: wantedTitle } }]
      : [];
  return [who, ...(reason === 'head' ? [{ message: m.as_head, params: {} }] : []), ...instead, ...vacant];
}

/**
 * True of work whose person or title no longer answers for it, other than for a leave that ends: it waits to be handed on
 * again.
 */
export function isOrphaned(
  holder: NamedHolder,
  wanted: { personId: string | null; title: string | null },
): boolean {
  if (wanted.personId === null && wanted.title === null) return false;
  const byRank = holder.reason === 'head' || holder.reason === 'unit';
  return byRank && (holder.passed.length === 0 || holder.passed.some((one) => one.why === 'left'));
}

import { formatInstant } from '../../../../kernel/dates.ts';
import type { Html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import {
  dataTable,
  dueText,
  emptyState,
  stateBadge,
  titleLines,
  type WorkState,
} from '../../../../ui/index.ts';
import { onSameDay, type Reading } from '../../../assignments/index.ts';
import { workingDaysBetween } from '../../../calendar/index.ts';
import type { AskState } from '../../domain/explanation.ts';
import { askStateNames } from '../../messages.ts';
import { ma } from '../../messages-ask.ts';
import type { Ask } from '../../queries/asks.ts';
import { BOARD } from '../board/reading.ts';
import { askTopic } from './words.ts';

export const ASKS = `${BOARD}/giai-trinh`;

/** The colours of work, which say the same of a request: late, in hand, waiting, settled. */
export const ASK_COLOURS: Readonly<Record<AskState, WorkState>> = {
  late: 'overdue',
  waiting: 'in_progress',
  returned: 'returned',
  answered: 'claimed',
  accepted: 'accepted',
};

/** The state of a request: its shape and colour, in its own words. */
export function askBadge({ t }: Pick<RequestContext, 't'>, state: AskState): Html {
  return stateBadge(ASK_COLOURS[state], t, t(askStateNames[state]));
}

export function askDue(
  { lang }: Pick<RequestContext, 'lang'>,
  { calendar, day }: Reading,
  { dueOn, state }: Pick<Ask, 'dueOn' | 'state'>,
): Html {
  return dueText({
    on: dueOn,
    today: day.today,
    workingDaysLeft: workingDaysBetween(calendar, day.today, dueOn),
    lang,
    settled: state === 'answered' || state === 'accepted',
  });
}

/** Requests, one a row; each opens to what was said. */
export function askTable(
  context: RequestContext,
  reading: Reading,
  asks: readonly Ask[],
  caption: string,
): Html {
  const { t } = context;
  return dataTable(
    {
      caption,
      captionVisible: true,
      columns: [
        { key: 'state', label: t(ma.col_state), width: 'fit', phone: 'bare' },
        { key: 'topic', label: t(ma.col_topic), primary: true },
        { key: 'words', label: t(ma.col_words) },
        { key: 'asked', label: t(ma.col_asked), width: 'fit' },
        { key: 'due', label: t(ma.one_due), width: 'fit' },
      ],
      rows: asks.map((ask) => ({
        href: onSameDay(reading, `${ASKS}/${ask.id}`),
        cells: [
          askBadge(context, ask.state),
          askTopic(context, reading.units, ask),
          ask.words,
          titleLines(ask.personName, formatInstant(ask.madeAt)),
          askDue(context, reading, ask),
        ],
      })),
      empty: emptyState({ title: t(ma.list_none), text: t(ma.list_none_what) }),
    },
    t,
  );
}

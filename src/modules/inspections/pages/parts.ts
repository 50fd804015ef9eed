import { parseVietnameseDate } from '../../../kernel/dates.ts';
import { AppError, type FieldProblem } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import type { Rejected, RequestContext } from '../../../kernel/http/route.ts';
import type { Lang, Translate } from '../../../kernel/i18n.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import {
  type CardProps,
  card,
  dateField,
  details,
  field,
  type Option,
  type OptionGroup,
  pager,
  problemOf,
  stateClass,
  stateShape,
  tabs,
  tag,
  type WorkState,
} from '../../../ui/index.ts';
import type { Deadline } from '../../calendar/index.ts';
import { CONTENTS, content, type Dimension, SUB_DIMENSIONS, subDimension } from '../../papi/index.ts';
import type { FindingState } from '../domain/finding.ts';
import type { InspectionState } from '../domain/inspection.ts';
import { inspectionLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { m as fm } from '../messages-finding.ts';
import { m as im } from '../messages-inspection.ts';
import { findingStates, inspectionStates, kindNames } from '../messages-words.ts';
import type { Inspection } from '../queries/inspections.ts';
import type { DueWanted } from '../remedy-due.ts';
import { type Reading, sameDay } from './reading.ts';

/** Shapes and colours are those of work; the words are of inspections. */
const FINDING_LOOKS: Readonly<Record<FindingState, WorkState>> = {
  late: 'overdue',
  open: 'in_progress',
  claimed: 'claimed',
  closed: 'accepted',
};

const INSPECTION_LOOKS: Readonly<Record<InspectionState, WorkState>> = {
  upcoming: 'not_started',
  under_way: 'in_progress',
  concluded: 'accepted',
  cancelled: 'not_applicable',
};

export const findingLook = (state: FindingState): WorkState => FINDING_LOOKS[state];

const badge = (look: WorkState, words: string): Html =>
  html`<span class="badge ${stateClass(look)}">${stateShape(look)}${words}</span>`;

export const findingBadge = (state: FindingState, t: Translate): Html =>
  badge(FINDING_LOOKS[state], t(findingStates[state]));

export const inspectionBadge = (state: InspectionState, t: Translate): Html =>
  badge(INSPECTION_LOOKS[state], t(inspectionStates[state]));

/** What is said beside the name of an inspection: its kind, and that it is secret still. */
export function kindTags({ kind, isSecret }: Pick<Inspection, 'kind' | 'isSecret'>, t: Translate): Html {
  return html`${kind === 'unannounced' && html` ${tag(t(kindNames.unannounced))}`}${isSecret && html` ${tag(t(m.secret))}`}`;
}

/** “5. Thủ tục hành chính công”, “5.3 …”. */
export function placeWords(
  place: { readonly dimension: Dimension; readonly subDimension: string | null },
  lang: Lang,
): string {
  const part = place.subDimension === null ? undefined : subDimension(place.subDimension);
  if (part) return `${part.code} ${part[lang]}`;
  const whole = content(place.dimension);
  return whole.number === 0 ? whole[lang] : `${whole.number}. ${whole[lang]}`;
}

/** Contents and their parts to choose from: `0`, `5`, `5.3`. */
export function placeOptions({ t, lang }: RequestContext): (Option | OptionGroup)[] {
  return CONTENTS.map((one) => {
    const whole = { value: `${one.number}`, text: one[lang] };
    if (one.number === 0) return whole;
    return {
      label: `${one.number}. ${one[lang]}`,
      options: [
        { value: whole.value, text: t(im.whole_content, { n: one.number }) },
        ...SUB_DIMENSIONS.filter(({ dimension }) => dimension === one.number).map((part) => ({
          value: part.code,
          text: `${part.code} ${part[lang]}`,
        })),
      ],
    };
  });
}

/** Reads what `placeOptions` offers. */
export function placeTyped(text: string): { dimension: number; subDimension: string | null } {
  return { dimension: Number(text[0] ?? '0') || 0, subDimension: text.includes('.') ? text : null };
}

/** The lists of the room. */
export function views({ t }: RequestContext, reading: Reading, current: string): Html {
  return tabs(
    {
      label: t(m.views),
      items: (
        [
          ['/kiem-tra', m.view_inspections],
          ['/kiem-tra/ton-tai', m.view_findings],
          ['/kiem-tra/chua-kiem-tra', m.view_uninspected],
        ] as const
      ).map(([href, words]) => ({ href: sameDay(reading, href), text: t(words), current: href === current })),
    },
    t,
  );
}

/** A card with a form: of no use on paper. */
export const formCard = (props: CardProps): Html => html`<div class="no-print">${card(props)}</div>`;

/** Why a due is on its day, to be opened. */
export function whyDue({ t }: RequestContext, due: Deadline): Html {
  return details(
    t(fm.how_due),
    html`<p>${t(due.explanation)}</p>${due.warnings.map(({ message }) => html`<p>${t(message)}</p>`)}<p>${t(fm.calendar_version, { version: due.calendarVersion })}</p>`,
  );
}

export const typedText = (rejected: Rejected | undefined, name: string, otherwise = ''): string => {
  const value = rejected?.values[name];
  return typeof value === 'string' ? value : rejected ? '' : otherwise;
};

/** All that is wrong with a form that was refused: what is at its fields, or else the refusal itself. */
export function problemsOf(rejected: Rejected | undefined): FieldProblem[] | undefined {
  if (!rejected) return undefined;
  const { problems, error } = rejected;
  return problems.length > 0 ? [...problems] : [{ field: '', message: error.type, params: error.params }];
}

/** The two ways to say by when; `prefix` tells the fields of two forms on one page apart. */
export function dueFields({ t }: RequestContext, prefix: string, rejected?: Rejected, usual = ''): Html {
  const base = (name: string) => ({
    name,
    id: `${prefix}-${name}`,
    error: problemOf(rejected?.problems, name, t),
    value: typedText(rejected, name, name === 'so_ngay' ? usual : ''),
  });
  return html`${field({ ...base('so_ngay'), label: t(fm.due_working_days), hint: t(fm.due_working_days_hint), inputmode: 'numeric', width: 'short', maxlength: 3 }, t)}${dateField({ ...base('den_ngay'), label: t(fm.due_day) }, t)}`;
}

/** Reads them; throws with the problem at its field unless exactly one is filled. */
export function dueTyped(body: { readonly so_ngay: string; readonly den_ngay: string }): DueWanted {
  const [days, on] = [body.so_ngay.trim(), body.den_ngay.trim()];
  const amount = Number(days);
  const day = parseVietnameseDate(on);
  if (days !== '' && on === '' && Number.isInteger(amount) && amount >= 1 && amount <= 500)
    return { by: 'working_days', amount };
  if (days === '' && day) return { by: 'day', on: day };
  throw new AppError(kernelErrors.invalid_input, {}, [
    { field: days === '' && on !== '' ? 'den_ngay' : 'so_ngay', message: fm.due_needed },
  ]);
}

/** The way to the pages around this one. `found` counts the rows read, one more than a page shows when others follow. */
export function pagesOf({ t, url }: RequestContext, found: number, offset: number): Html | false {
  const size = inspectionLimits.page_rows;
  if (offset === 0 && found <= size) return false;
  return pager(
    {
      summary: t(m.shown, { from: offset + 1, to: offset + Math.min(found, size) }),
      prevHref: offset > 0 ? withQuery(url, { tu: `${Math.max(0, offset - size)}` }) : undefined,
      nextHref: found > size ? withQuery(url, { tu: `${offset + size}` }) : undefined,
    },
    t,
  );
}

import { type CalendarDate, formatDate } from '../../../../kernel/dates.ts';
import type { Message, Translate } from '../../../../kernel/i18n.ts';
import { stateWord } from '../../../../ui/index.ts';
import type { Evidence } from '../../../evidence/index.ts';
import { nthOf } from '../../../plans/index.ts';
import { type DetailsOf, type DUE_REASONS, detailsOf } from '../../domain/entry-details.ts';
import type { AnyKind } from '../../domain/progress.ts';
import { m } from '../../messages-history.ts';
import type { Entry } from '../../queries/item.ts';

type Told = Pick<Entry, 'details' | 'quantity'>;
type Sentence = (t: Translate, entry: Told) => string;

const plain =
  (message: Message): Sentence =>
  (t) =>
    t(message);

/** With a date when there is one. */
function dated(
  t: Translate,
  without: Message,
  withDate: Message,
  date: CalendarDate | null,
  params = {},
): string {
  return date === null ? t(without, params) : t(withDate, { ...params, date: formatDate(date) });
}

const counted =
  (without: Message, withNumber: Message): Sentence =>
  (t, { quantity }) =>
    quantity === null ? t(without) : t(withNumber, { n: quantity });

const WHY: Record<(typeof DUE_REASONS)[number], Message> = {
  calendar: m.why_calendar,
  amendment: m.why_amendment,
  issue_corrected: m.why_issue_corrected,
  unit_plan: m.why_unit_plan,
};

function handWords(t: Translate, hand: DetailsOf<'hand'> | null): string {
  const from = hand?.fromName ?? null;
  const title = hand?.toTitle ?? null;
  if (title === null) return from === null ? t(m.hand_nobody) : t(m.hand_from_nobody, { from });
  const to = hand?.toName ? t(m.to_person, { name: hand.toName, title }) : t(m.to_title, { title });
  return from === null ? t(m.hand, { to }) : t(m.hand_from, { from, to });
}

/** Version 2 is what the first amendment made. */
const nth = (version: number | undefined): string => (version === undefined ? '' : String(nthOf(version)));

/** A sentence for each kind of entry there is: a kind without one does not compile. */
const SENTENCES: Record<AnyKind, Sentence> = {
  issued: (t, { details }) => dated(t, m.issued, m.issued_due, detailsOf('issued', details)?.dueOn ?? null),
  opened(t, { details }) {
    const opened = detailsOf('opened', details);
    return dated(t, m.opened, m.opened_due, opened?.dueOn ?? null, {
      event: (opened?.event ?? '').replace(/[.\s]+$/, ''),
    });
  },
  start: counted(m.start, m.start_quantity),
  claim: counted(m.claim, m.claim_quantity),
  ask: plain(m.ask),
  accept: plain(m.accept),
  return: (t, { details }) => dated(t, m.return, m.return_by, detailsOf('return', details)?.redoBy ?? null),
  not_applicable: plain(m.not_applicable),
  reopen: plain(m.reopen),
  hand: (t, { details }) => handWords(t, detailsOf('hand', details)),
  adopt(t, { details }) {
    const adopted = detailsOf('adopt', details);
    const number = adopted?.number ?? '';
    return dated(t, m.adopt, m.adopt_due, adopted?.internalDueOn ?? null, { number });
  },
  due_moved(t, { details }) {
    const moved = detailsOf('due_moved', details);
    const day = (date: CalendarDate | null | undefined): string => (date ? formatDate(date) : t(m.no_day));
    const why = t(WHY[moved?.why ?? 'calendar']);
    return t(m.due_moved, { from: day(moved?.from), to: day(moved?.to), why });
  },
  amend(t, { details }) {
    const amended = detailsOf('amend', details);
    const what = amended?.what ?? [];
    const message = what.includes('dropped')
      ? m.amend_dropped
      : what.includes('revived')
        ? m.amend_revived
        : m.amend;
    return t(message, { n: nth(amended?.version) });
  },
  drop(t, { details }) {
    const dropped = detailsOf('drop', details);
    if (dropped?.withdrawn) return t(m.drop_withdrawn);
    return t(m.drop, { n: nth(dropped?.version) });
  },
  override(t, { details }) {
    const set = detailsOf('override', details);
    const date = set ? formatDate(set.until) : '';
    return t(m.override, { state: set ? stateWord(set.state, t) : '', date });
  },
  override_end: plain(m.override_end),
};

/** What an entry says, as a whole sentence in the reader's language. */
export function entryWords(t: Translate, entry: Told & Pick<Entry, 'kind'>): string {
  return SENTENCES[entry.kind](t, entry);
}

/** What was added or withdrawn: its kind, then its file, its address or its place, and what was said of it. */
export function evidenceWords(t: Translate, evidence: Evidence, isWithdrawn: boolean): string {
  const { file, url, place, words } = evidence;
  const what = [file?.name ?? url ?? place, words].filter(Boolean).join(' · ');
  return t(isWithdrawn ? m.evidence_withdrawn : m.evidence, { kind: m[`kind_${evidence.kind}`], what });
}

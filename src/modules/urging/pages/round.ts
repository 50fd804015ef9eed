import { z } from 'zod';
import { formatInstant } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import { listDownloads, shell } from '../../../ui/index.ts';
import {
  asOfForm,
  asOfNotice,
  asOfSchema,
  onSameDay,
  type Reading,
  readingOf,
} from '../../assignments/index.ts';
import { answerUrging } from '../commands/answer-urging.ts';
import { markOpened } from '../commands/mark-opened.ts';
import { urgingErrors } from '../errors.ts';
import { m } from '../messages.ts';
import { ownPlaces } from '../policy.ts';
import { itemsOf } from '../queries/items.ts';
import { messagesOf, type Round, roundById, type UrgingMessage } from '../queries/round.ts';
import { seenBy } from '../queries/seen.ts';
import { letterForm } from './letter-form.ts';
import { subjectOf } from './parts.ts';
import { problemsOf } from './problems.ts';
import { roundFile } from './round-export.ts';
import { messagePart, type TypedAnswer } from './round-message.ts';
import { overviewTable, roundFacts } from './round-overview.ts';

const PATH = '/don-doc/:id{[0-9a-f-]{36}}';

interface RoundWanted {
  readonly asOf?: string | undefined;
  readonly unitId?: string | undefined;
  readonly format?: 'xlsx' | 'csv' | undefined;
  readonly typed?: TypedAnswer;
}

/** A round and those of its messages that this person reads, in the order of the units. */
export async function openRound(
  context: RequestContext,
  id: string,
  reading: Reading,
): Promise<{ readonly round: Round; readonly messages: readonly UrgingMessage[] }> {
  const seen = seenBy(context.actor, reading.units, reading.day.asOf);
  const round = await roundById(context.db, id, seen);
  ensure(round, urgingErrors.not_found);
  const place = new Map(reading.units.tree.map((unit, index) => [unit.id, index]));
  const placeOf = ({ unitId }: UrgingMessage): number => place.get(unitId) ?? place.size;
  const messages = await messagesOf(context.db, id, seen);
  return { round, messages: messages.sort((a, b) => placeOf(a) - placeOf(b)) };
}

/** Unlike other pages this one writes when it is read: that the unit's own people opened it is what whoever urged must know. */
async function noteOpened(context: RequestContext, messages: readonly UrgingMessage[]): Promise<boolean> {
  const own = ownPlaces(context.actor);
  const theirs = messages.filter(({ unitId }) => own.includes(unitId));
  const mine = theirs.filter(
    ({ readers }) => !readers.some(({ personId }) => personId === context.actor.personId),
  );
  if (mine.length === 0) return false;
  await context.db.transaction((tx) =>
    markOpened(
      context,
      tx,
      mine.map((message) => message.id),
    ),
  );
  return true;
}

async function roundPage(context: RequestContext, id: string, wanted: RoundWanted): Promise<Answer> {
  const { t, db, actor } = context;
  const reading = await readingOf(context, wanted.asOf);
  let { round, messages } = await openRound(context, id, reading);
  if (reading.day.asOf === null && (await noteOpened(context, messages)))
    ({ round, messages } = await openRound(context, id, reading));
  const items = await itemsOf(
    db,
    messages.map((message) => message.id),
    reading.day,
  );
  const isRequest = messages.every((message) => message.isRequest);
  const title = subjectOf(context, { ...round, isRequest });
  if (wanted.format) return roundFile(context, reading, title, messages, items, wanted.format);
  const own = ownPlaces(actor);
  const opened = messages.filter(
    ({ unitId }) => unitId === wanted.unitId || (wanted.unitId === undefined && own.includes(unitId)),
  );
  const parts = opened.map((message) =>
    messagePart(context, reading, {
      round,
      message,
      items: items.filter((item) => item.messageId === message.id),
      typed: wanted.typed,
    }),
  );
  const many = round.isWhole || messages.length > 1;
  const table = many && overviewTable(context, reading, round, messages, items);
  const main = html`${asOfNotice(context, reading)}${round.isWhole && roundFacts(context, reading, round)}${wanted.unitId === undefined ? html`${parts}${table}` : html`${table}${parts}`}${round.isWhole && letterForm(context, reading, round, messages)}${asOfForm(context, reading)}`;
  const from = reading.units.names.get(round.fromUnitId) ?? '';
  return answerPage(
    shell(context, {
      title,
      active: 'urging',
      kicker: [from, formatInstant(round.madeAt)].filter(Boolean).join(' · '),
      breadcrumb: [{ href: '/don-doc', text: t(m.title) }, { text: title }],
      actions: html`${listDownloads((format) => onSameDay(reading, `/don-doc/${id}?dinh-dang=${format}`), t)}`,
      main,
    }),
  );
}

export const round = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  query: z.object({
    'don-vi': z.uuid().optional().catch(undefined),
    'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
    as_of: asOfSchema,
  }),
  handle: (context, { params, query }) =>
    roundPage(context, params.id, {
      asOf: query.as_of,
      unitId: query['don-vi'],
      format: query['dinh-dang'],
    }),
});

export const answer = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  body: z.object({ don_vi: z.uuid(), noi_dung: z.string().trim().min(1).max(4000) }),
  async handle(context, tx, { params, body }) {
    await answerUrging(context, tx, { roundId: params.id, unitId: body.don_vi, words: body.noi_dung });
    return redirectTo(`/don-doc/${params.id}`, { kind: 'success', text: context.t(m.answer_sent) });
  },
  redisplay(context, params, rejected) {
    const { don_vi: unitId, noi_dung: words } = rejected.values;
    const typed = {
      unitId: typeof unitId === 'string' ? unitId : '',
      words: typeof words === 'string' ? words : '',
      problems: problemsOf(rejected),
    };
    return roundPage(context, params.id, { typed });
  },
});

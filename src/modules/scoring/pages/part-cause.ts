import { z } from 'zod';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import { isId } from '../../../kernel/ids.ts';
import {
  button,
  card,
  csrfInput,
  definitionList,
  details,
  emptyState,
  notice,
  problemOf,
  selectField,
  textareaField,
} from '../../../ui/index.ts';
import type { Reading } from '../../assignments/index.ts';
import { writeCause } from '../commands/write-cause.ts';
import { scoringErrors } from '../errors.ts';
import { q } from '../messages-part.ts';
import { mayWriteCause } from '../policy.ts';
import type { Analysis, PartLine } from '../queries/analysis.ts';
import { type Cause, causesOf } from '../queries/causes.ts';
import { type PartForm, partPage } from './part.ts';
import { ANALYSIS, PART } from './parts.ts';

/** As many as a cause may name. */
const UNIT_FIELDS = ['don-vi-1', 'don-vi-2', 'don-vi-3', 'don-vi-4'] as const;

/** What was lacking in the part, why, and whose task the change is; with the form for whoever may write it. */
export async function causeCard(
  context: RequestContext,
  reading: Reading,
  found: Analysis,
  line: PartLine,
  rejected: PartForm | undefined,
): Promise<Html> {
  const { t, db, actor } = context;
  const { code } = line.part;
  const { asOf } = reading.day;
  const all = await causesOf(db, { year: found.year, part: code, asOf: null });
  const seen = asOf === null ? all : all.filter(({ recordedAt }) => vietnamDate(recordedAt) <= asOf);
  const [newest, ...past] = seen;
  const may = asOf === null && mayWriteCause(actor, { ownerUnitId: line.owner?.unitId ?? null });
  const body = newest
    ? causeText(context, reading, newest)
    : emptyState({ title: t(q.cause_none, { year: String(found.year) }), text: t(q.cause_none_text) });
  const earlier =
    past.length > 0 && details(t(q.cause_past), html`${past.map((one) => causeText(context, reading, one))}`);
  const form = may && causeForm(context, reading, found, line, newest, rejected);
  return card({ title: t(q.cause), id: 'nguyen-nhan', body: html`${body}${earlier}${form}` });
}

function causeText({ t }: RequestContext, { units }: Reading, cause: Cause): Html {
  const text = (words: string): Html => html`<p class="as-typed">${words}</p>`;
  const named = cause.unitIds.map((id) => units.names.get(id) ?? '').filter(Boolean);
  const by = t(q.written_by, {
    name: [cause.personName, cause.personTitle].filter(Boolean).join(', '),
    unit: units.names.get(cause.byUnitId ?? '') ?? '',
    date: formatDate(vietnamDate(cause.recordedAt)),
    n: cause.version,
  });
  return html`${definitionList([
    { term: t(q.shortcoming), value: text(cause.shortcoming) },
    { term: t(q.why), value: text(cause.cause) },
    { term: t(q.responsibility), value: text(cause.responsibility) },
    ...(named.length > 0 ? [{ term: t(q.units), value: named.join('; ') }] : []),
  ])}<p class="hint">${by}</p>`;
}

function causeForm(
  context: RequestContext,
  { units }: Reading,
  found: Analysis,
  line: PartLine,
  newest: Cause | undefined,
  shown: PartForm | undefined,
): Html {
  const { t, csrf } = context;
  const rejected: Rejected | undefined = shown?.form === 'cause' ? shown : undefined;
  const value = (name: string, otherwise: string): string => {
    const typed = rejected?.values[name];
    return typed === undefined ? otherwise : typeof typed === 'string' ? typed : (typed[0] ?? '');
  };
  const area = (name: string, label: string, otherwise: string | undefined): Html =>
    textareaField(
      {
        label,
        name,
        value: value(name, otherwise ?? ''),
        error: problemOf(rejected?.problems, name, t),
        maxlength: 4000,
        rows: 3,
      },
      t,
    );
  const options = [
    { value: '', text: '–' },
    ...units.tree.filter(({ kind }) => kind !== 'thon').map(({ id, name }) => ({ value: id, text: name })),
  ];
  const chosen = UNIT_FIELDS.map((name, index) =>
    selectField(
      {
        label: t(q.unit_n, { n: index + 1 }),
        name,
        value: value(name, newest?.unitIds[index] ?? ''),
        options,
      },
      t,
    ),
  );
  // After a conflict the form goes on from the version that is shown above it.
  const isConflict = rejected?.error.type === scoringErrors.cause_changed;
  const seen = isConflict || !rejected ? String(newest?.version ?? 0) : value('da-thay', '0');
  const form = html`<form method="post" action="${ANALYSIS}/${line.part.code}/nguyen-nhan" class="form" novalidate>${csrfInput(csrf)}<input type="hidden" name="nam" value="${found.year}"><input type="hidden" name="da-thay" value="${seen}">${area('ton-tai', t(q.shortcoming), newest?.shortcoming)}${area('nguyen-nhan', t(q.why), newest?.cause)}${area('trach-nhiem', t(q.responsibility), newest?.responsibility)}${chosen}${button({ text: t(q.cause_save), kind: 'primary' })}</form>`;
  const refused =
    rejected && notice({ kind: 'error', text: t(rejected.error.type, rejected.error.params) }, t);
  return html`${refused}${details(t(newest ? q.cause_rewrite : q.cause_write), form, rejected !== undefined)}`;
}

const unit = z.union([z.literal(''), z.uuid()]).default('');

export const saveCause = post({
  path: `${PART}/nguyen-nhan`,
  access: signedIn,
  rate: 'write',
  body: z.object({
    nam: z.coerce.number().int().min(2011).max(2199),
    'da-thay': z.coerce.number().int().min(0),
    'ton-tai': z.string().trim().min(1).max(4000),
    'nguyen-nhan': z.string().trim().min(1).max(4000),
    'trach-nhiem': z.string().trim().min(1).max(4000),
    'don-vi-1': unit,
    'don-vi-2': unit,
    'don-vi-3': unit,
    'don-vi-4': unit,
  }),
  async handle(context, tx, { params, body }) {
    await writeCause(context, tx, {
      year: body.nam,
      part: params.part,
      shortcoming: body['ton-tai'],
      cause: body['nguyen-nhan'],
      responsibility: body['trach-nhiem'],
      unitIds: [...new Set(UNIT_FIELDS.map((name) => body[name]))].filter(isId),
      seen: body['da-thay'],
    });
    const text = context.t(q.cause_saved, { part: params.part });
    return redirectTo(`${ANALYSIS}/${params.part}?nam=${body.nam}#nguyen-nhan`, { kind: 'success', text });
  },
  redisplay: (context, params, rejected) =>
    partPage(context, params.part ?? '', { nam: yearOf(rejected) }, { ...rejected, form: 'cause' }),
});

/** The year a refused form was about. */
export function yearOf({ values }: Rejected): number | undefined {
  const year = Number(values.nam);
  return Number.isInteger(year) && year >= 2011 ? year : undefined;
}

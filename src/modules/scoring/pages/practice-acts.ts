import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { only, post, type Rejected, type RequestContext, redirectTo } from '../../../kernel/http/route.ts';
import {
  button,
  card,
  confirmAction,
  csrfInput,
  dataTable,
  dateField,
  details,
  emptyState,
  field,
  problemOf,
  selectField,
  textareaField,
} from '../../../ui/index.ts';
import type { UnitsOfDay } from '../../units/index.ts';
import { adoptPractice, recordOutcome } from '../commands/adopt-practice.ts';
import { withdrawPractice } from '../commands/record-practice.ts';
import type { Practice } from '../domain/practice.ts';
import { p } from '../messages-practices.ts';
import { mayAdopt, mayRecordPractice } from '../policy.ts';
import type { Adoption } from '../queries/adoptions.ts';
import { PRACTICE } from './parts.ts';
import { practicePage } from './practice.ts';
import { practiceHref } from './practices.ts';
import { typedDay, typedNumber } from './words.ts';

const taking = only('người của cơ quan, đơn vị trong huyện', mayRecordPractice);

interface Shown {
  readonly practice: Practice;
  readonly adoptions: readonly Adoption[];
  readonly units: UnitsOfDay;
  readonly rejected?: (Rejected & { readonly form: string }) | undefined;
}

/** Who took the practice over, what came of it, and the forms to tell it. */
export function adoptersCard(context: RequestContext, shown: Shown): Html {
  const { t } = context;
  const { adoptions, units, practice } = shown;
  const number = (value: number | null): string => (value === null ? '–' : t(p.number, { n: value }));
  const rows = adoptions.map((one) => {
    const last = one.outcomes.findLast(({ afterValue }) => afterValue !== null);
    const after = last && t(p.after_on, { value: number(last.afterValue), date: formatDate(last.seenOn) });
    const said = one.outcomes.map(
      ({ seenOn, words, personName }) =>
        html`<li>${t(p.outcome_line, { date: formatDate(seenOn), name: personName, words })}</li>`,
    );
    return {
      cells: [
        html`${units.names.get(one.unitId) ?? ''}${one.note !== '' && html`<p class="hint">${one.note}</p>`}`,
        formatDate(one.fromOn),
        one.measure === '' ? '–' : html`${number(one.beforeValue)}<p class="hint">${one.measure}</p>`,
        after ?? '–',
        html`${said.length > 0 ? html`<ul>${said}</ul>` : t(p.no_outcome)}${outcomeForm(context, shown, one)}`,
      ],
    };
  });
  const table = dataTable(
    {
      caption: t(p.adopters),
      columns: [
        { key: 'unit', label: t(p.col_unit), primary: true },
        { key: 'from', label: t(p.col_from), width: 'fit' },
        { key: 'before', label: t(p.col_before) },
        { key: 'after', label: t(p.col_after) },
        { key: 'outcome', label: t(p.col_outcome) },
      ],
      rows,
      empty: emptyState({ title: t(p.adopters_none) }),
    },
    t,
  );
  return card({
    title: t(p.adopters),
    id: 'ap-dung',
    body: html`${table}${practice.withdrawnReason === null && adoptForm(context, shown)}`,
  });
}

/** What a refused form shows again: only the form that was refused. */
function again(shown: Shown, form: string, t: RequestContext['t']) {
  const rejected = shown.rejected?.form === form ? shown.rejected : undefined;
  return {
    isOpen: rejected !== undefined,
    value: (name: string, otherwise = ''): string => {
      const typed = rejected?.values[name];
      return typed === undefined ? otherwise : typeof typed === 'string' ? typed : (typed[0] ?? '');
    },
    error: (name: string) => problemOf(rejected?.problems, name, t),
  };
}

function adoptForm(context: RequestContext, shown: Shown): Html {
  const { t, csrf, actor, today } = context;
  const taken = new Set(shown.adoptions.map(({ unitId }) => unitId));
  const options = shown.units.tree
    .filter((unit) => unit.kind !== 'thon' && !taken.has(unit.id) && mayAdopt(actor, unit))
    .map(({ id, name }) => ({ value: id, text: name }));
  if (options.length === 0) return html``;
  const { isOpen, value, error } = again(shown, 'ap-dung', t);
  const line = (name: string, label: string, more: object = {}) =>
    field({ label, name, value: value(name), error: error(name), ...more }, t);
  const fields = html`${selectField(
    { label: t(p.adopt_unit), name: 'don-vi', value: value('don-vi', actor.current?.unitId), options },
    t,
  )}${dateField({ label: t(p.adopt_from), name: 'ngay', value: value('ngay', formatDate(today)), error: error('ngay') }, t)}${textareaField(
    { label: t(p.adopt_note), name: 'ghi-chu', value: value('ghi-chu'), maxlength: 2000, optional: true },
    t,
  )}${line('do-gi', t(p.adopt_measure), { maxlength: 200, optional: true, hint: t(p.adopt_measure_hint) })}${line('truoc', t(p.adopt_before), { width: 'short', inputmode: 'decimal', optional: true })}`;
  const form = html`<form method="post" action="${practiceHref(shown.practice.id)}/ap-dung" class="form" novalidate>${csrfInput(csrf)}${fields}${button({ text: t(p.adopt), kind: 'primary' })}</form>`;
  return details(t(p.adopt), form, isOpen);
}

function outcomeForm(context: RequestContext, shown: Shown, adoption: Adoption): Html {
  const { t, csrf, actor, today } = context;
  const unit = shown.units.byId.get(adoption.unitId);
  if (!unit || !mayAdopt(actor, unit)) return html``;
  const { isOpen, value, error } = again(shown, adoption.id, t);
  const id = (name: string): string => `f-${name}-${adoption.id}`;
  const fields = html`${dateField({ label: t(p.outcome_on), name: 'ngay', id: id('ngay'), value: value('ngay', formatDate(today)), error: error('ngay') }, t)}${
    adoption.measure !== '' &&
    field(
      {
        label: t(p.outcome_value),
        name: 'sau',
        id: id('sau'),
        value: value('sau'),
        error: error('sau'),
        width: 'short',
        inputmode: 'decimal',
        optional: true,
      },
      t,
    )
  }${textareaField({ label: t(p.outcome_words), name: 'loi', id: id('loi'), value: value('loi'), error: error('loi'), maxlength: 2000, rows: 2 }, t)}`;
  const form = html`<form method="post" action="${practiceHref(shown.practice.id)}/ket-qua" class="form" novalidate>${csrfInput(csrf)}<input type="hidden" name="lan" value="${adoption.id}">${fields}${button({ text: t(p.outcome), about: t(p.outcome_of, { unit: unit.name }) })}</form>`;
  return details(t(p.outcome), form, isOpen);
}

export function withdrawForm(
  context: RequestContext,
  practice: Practice,
  rejected?: Rejected & { readonly form: string },
): Html {
  const { t, csrf } = context;
  const refused = rejected?.form === 'rut' ? rejected : undefined;
  const value = refused?.values['ly-do'];
  return confirmAction({
    summary: t(p.withdraw),
    explain: t(p.withdraw_explain),
    action: `${practiceHref(practice.id)}/rut`,
    csrf,
    button: t(p.withdraw),
    open: refused !== undefined,
    fields: html`<input type="hidden" name="da-thay" value="${practice.version}">${field(
      {
        label: t(p.withdraw_reason),
        name: 'ly-do',
        maxlength: 1000,
        value: typeof value === 'string' ? value : '',
        error: problemOf(refused?.problems, 'ly-do', t),
      },
      t,
    )}`,
  });
}

export const adopt = post({
  path: `${PRACTICE}/ap-dung`,
  access: taking,
  rate: 'write',
  body: z.object({
    'don-vi': z.uuid(),
    ngay: z.string().max(10),
    'ghi-chu': z.string().trim().max(2000).default(''),
    'do-gi': z.string().trim().max(200).default(''),
    truoc: z.string().trim().max(20).default(''),
  }),
  async handle(context, tx, { params, body }) {
    await adoptPractice(context, tx, {
      practiceId: params.id,
      unitId: body['don-vi'],
      fromOn: typedDay(body.ngay, 'ngay'),
      note: body['ghi-chu'],
      measure: body['do-gi'],
      beforeValue: typedNumber(body.truoc, 'truoc'),
    });
    return redirectTo(`${practiceHref(params.id)}#ap-dung`, { kind: 'success', text: context.t(p.adopted) });
  },
  redisplay: (context, params, rejected) =>
    practicePage(context, params.id ?? '', { ...rejected, form: 'ap-dung' }),
});

export const outcome = post({
  path: `${PRACTICE}/ket-qua`,
  access: taking,
  rate: 'write',
  body: z.object({
    lan: z.uuid(),
    ngay: z.string().max(10),
    sau: z.string().trim().max(20).default(''),
    loi: z.string().trim().min(1).max(2000),
  }),
  async handle(context, tx, { params, body }) {
    await recordOutcome(context, tx, {
      practiceId: params.id,
      adoptionId: body.lan,
      seenOn: typedDay(body.ngay, 'ngay'),
      afterValue: typedNumber(body.sau, 'sau'),
      words: body.loi,
    });
    const text = context.t(p.outcome_saved);
    return redirectTo(`${practiceHref(params.id)}#ap-dung`, { kind: 'success', text });
  },
  redisplay: (context, params, rejected) =>
    practicePage(context, params.id ?? '', { ...rejected, form: String(rejected.values.lan ?? '') }),
});

export const withdraw = post({
  path: `${PRACTICE}/rut`,
  access: taking,
  rate: 'write',
  body: z.object({
    'da-thay': z.coerce.number().int().min(1),
    'ly-do': z.string().trim().min(1).max(1000),
  }),
  async handle(context, tx, { params, body }) {
    await withdrawPractice(context, tx, { id: params.id, seen: body['da-thay'], reason: body['ly-do'] });
    return redirectTo(practiceHref(params.id), { kind: 'success', text: context.t(p.withdrawn_done) });
  },
  redisplay: (context, params, rejected) =>
    practicePage(context, params.id ?? '', { ...rejected, form: 'rut' }),
});

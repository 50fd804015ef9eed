import { z } from 'zod';
import { formatDate, parseVietnameseDate } from '../../../kernel/dates.ts';
import { AppError, type FieldProblem } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import {
  button,
  card,
  checkboxGroup,
  csrfInput,
  dateField,
  details,
  emptyState,
  errorSummary,
  field,
  problemOf,
  radioGroup,
  selectField,
  shell,
  textareaField,
} from '../../../ui/index.ts';
import type { Unit } from '../../units/index.ts';
import { makeInspection } from '../commands/make-inspection.ts';
import { FIELDS, FORMS, KINDS } from '../domain/kinds.ts';
import { m as words } from '../messages.ts';
import { m } from '../messages-inspection.ts';
import { fieldNames, formNames, kindNames } from '../messages-words.ts';
import { namesToMakeFor, partnersToChoose, unitsToInspect } from './make-units.ts';
import { placeOptions, placeTyped, problemsOf, typedText } from './parts.ts';
import { inspectionHref, type Reading, readingOf } from './reading.ts';

const PATH = '/kiem-tra/moi';

const many = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

function makeForm(
  context: RequestContext,
  reading: Reading,
  by: readonly Unit[],
  asked: { readonly unitId?: string | undefined },
  rejected?: Rejected,
): Html {
  const { t, csrf, today } = context;
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const value = (name: string, otherwise = '') => typedText(rejected, name, otherwise);
  const partners = partnersToChoose(reading, by);
  const chosen = many(rejected?.values.cung_chu_tri);
  return html`<form method="post" action="${PATH}" novalidate>${csrfInput(csrf)}${by.length === 1 && html`<input type="hidden" name="don_vi_kiem_tra" value="${by[0]?.id}">`}${radioGroup(
    {
      label: t(words.kind),
      name: 'loai',
      value: value('loai', 'planned'),
      options: KINDS.map((kind) => ({
        value: kind,
        text: t(kindNames[kind]),
        hint: t(m[`kind_${kind}_what`]),
      })),
    },
    t,
  )}${field({ label: t(m.name), name: 'ten', hint: t(m.name_hint), maxlength: 300, required: true, value: value('ten'), error: error('ten') }, t)}${
    by.length !== 1 &&
    selectField(
      {
        label: t(m.by),
        name: 'don_vi_kiem_tra',
        value: value('don_vi_kiem_tra', by[0]?.id ?? ''),
        options: by.map(({ id, name }) => ({ value: id, text: name })),
      },
      t,
    )
  }${selectField({ label: t(m.of), name: 'don_vi', value: value('don_vi', asked.unitId ?? ''), required: true, options: [{ value: '', text: t(m.choose) }, ...unitsToInspect(context, reading, by)], error: error('don_vi') }, t)}${dateField({ label: t(m.held_on), name: 'ngay', required: true, value: value('ngay', formatDate(today)), error: error('ngay') }, t)}${selectField({ label: t(words.form), name: 'hinh_thuc', value: value('hinh_thuc', 'on_site'), options: FORMS.map((one) => ({ value: one, text: t(formNames[one]) })) }, t)}${selectField({ label: t(words.field), name: 'linh_vuc', value: value('linh_vuc', 'papi'), options: FIELDS.map((one) => ({ value: one, text: t(fieldNames[one]) })) }, t)}${selectField({ label: t(words.content), name: 'noi_dung', value: value('noi_dung', '0'), options: placeOptions(context) }, t)}${textareaField({ label: t(m.scope), name: 'pham_vi', rows: 3, maxlength: 4000, optional: true, value: value('pham_vi') }, t)}${field({ label: t(m.decision), name: 'quyet_dinh', hint: t(m.decision_hint), maxlength: 200, optional: true, value: value('quyet_dinh') }, t)}${textareaField({ label: t(m.team), name: 'doan', hint: t(m.team_hint), rows: 3, maxlength: 8000, optional: true, value: value('doan'), error: error('doan') }, t)}${
    partners.length > 0 &&
    details(
      t(m.partners),
      checkboxGroup(
        {
          label: t(m.partners),
          name: 'cung_chu_tri',
          hint: t(m.partners_hint),
          values: chosen,
          options: partners,
        },
        t,
      ),
      chosen.length > 0,
    )
  }${button({ text: t(m.save), kind: 'primary' })}</form>`;
}

async function makePage(
  context: RequestContext,
  asked: { readonly unitId?: string | undefined },
  rejected?: Rejected,
): Promise<Answer> {
  const { t } = context;
  const reading = await readingOf(context);
  const by = namesToMakeFor(context, reading);
  const body =
    by.length === 0
      ? emptyState({ title: t(m.no_unit), text: t(m.no_unit_what) })
      : makeForm(context, reading, by, asked, rejected);
  return answerPage(
    shell(context, {
      title: t(m.make_title),
      active: 'inspections',
      lead: t(m.make_lead),
      breadcrumb: [{ href: '/kiem-tra', text: t(words.title) }, { text: t(m.make_title) }],
      main: html`${errorSummary(problemsOf(rejected), t)}${card({ body })}`,
    }),
  );
}

export const makeFormPage = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  query: z.object({ 'don-vi': z.uuid().optional().catch(undefined) }),
  handle: (context, { query }) => makePage(context, { unitId: query['don-vi'] }),
});

/** “Nguyễn Văn A, Trưởng đoàn” a line; `null` when a line has no name. */
function teamTyped(text: string): { name: string; duty: string }[] | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const team = lines.map((line) => {
    const [name = '', ...duty] = line.split(',');
    return { name: name.trim(), duty: duty.join(',').trim() };
  });
  const fits = team.every(({ name, duty }) => name.length >= 2 && name.length <= 200 && duty.length <= 200);
  return fits ? team : null;
}

const typed = (most: number) => z.string().trim().max(most).default('');

export const make = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  body: z.object({
    loai: z.enum(KINDS),
    hinh_thuc: z.enum(FORMS),
    linh_vuc: z.enum(FIELDS),
    ten: typed(300),
    don_vi_kiem_tra: z.uuid(),
    don_vi: typed(100),
    ngay: typed(20),
    noi_dung: typed(3),
    pham_vi: typed(4000),
    quyet_dinh: typed(200),
    doan: typed(8000),
    cung_chu_tri: z
      .union([z.uuid(), z.array(z.uuid())])
      .default([])
      .transform((value) => (typeof value === 'string' ? [value] : value)),
  }),
  async handle(context, tx, { body }) {
    const problems: FieldProblem[] = [];
    const ofUnitId = z.uuid().safeParse(body.don_vi).data;
    const heldOn = parseVietnameseDate(body.ngay);
    const team = teamTyped(body.doan);
    if (body.ten.length < 3) problems.push({ field: 'ten', message: m.name_needed });
    if (!ofUnitId) problems.push({ field: 'don_vi', message: m.unit_needed });
    if (!heldOn) problems.push({ field: 'ngay', message: m.day_needed });
    if (!team) problems.push({ field: 'doan', message: m.team_wrong });
    if (!ofUnitId || !heldOn || !team || problems.length > 0)
      throw new AppError(kernelErrors.invalid_input, {}, problems);
    const { inspectionId } = await makeInspection(context, tx, {
      kind: body.loai,
      form: body.hinh_thuc,
      field: body.linh_vuc,
      title: body.ten,
      scope: body.pham_vi,
      decision: body.quyet_dinh,
      byUnitId: body.don_vi_kiem_tra,
      ofUnitId,
      partnerIds: body.cung_chu_tri,
      heldOn,
      team,
      ...placeTyped(body.noi_dung),
    });
    const text = context.t(body.loai === 'planned' ? m.saved_planned : m.saved_unannounced);
    return redirectTo(inspectionHref(inspectionId), { kind: 'success', text });
  },
  redisplay: (context, _params, rejected) => makePage(context, {}, rejected),
});

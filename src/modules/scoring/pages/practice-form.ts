import { z } from 'zod';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  only,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import {
  button,
  buttonRow,
  card,
  checkboxField,
  checkboxGroup,
  csrfInput,
  errorSummary,
  field,
  linkButton,
  problemOf,
  selectField,
  shell,
  textareaField,
} from '../../../ui/index.ts';
import { SUB_DIMENSIONS } from '../../papi/index.ts';
import { unitGroups } from '../../units/index.ts';
import { changePractice, recordPractice } from '../commands/record-practice.ts';
import type { Practice } from '../domain/practice.ts';
import { scoringErrors } from '../errors.ts';
import { p } from '../messages-practices.ts';
import { mayChangePractice, mayRecordPractice } from '../policy.ts';
import { knownPlaces } from '../queries/places.ts';
import { practiceById } from '../queries/practices.ts';
import { practiceHref } from './practices.ts';
import { partName } from './words.ts';

const recording = only('người của cơ quan, đơn vị trong huyện', mayRecordPractice);

const optional = z.string().trim().default('');
const many = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string()),
);

/** The fields of the form by the names they have in it. */
const formBody = z.object({
  ten: z.string().trim().min(1).max(200),
  noi: z.string().trim().min(1).max(200),
  tinh: optional,
  nam: optional,
  phan: many,
  'lam-gi': z.string().trim().min(1).max(4000),
  'the-nao': z.string().trim().min(1).max(4000),
  nguon: z.string().trim().min(1).max(1000),
  'duong-dan': z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default(''),
  'minh-hoa': z.literal('1').optional(),
  'nhiem-vu': z.string().trim().max(4000).default(''),
  'san-pham': z.string().trim().max(500).default(''),
  'thoi-gian': z.string().trim().max(500).default(''),
  'don-vi': z.string().trim().max(60).default(''),
});

function fieldsOf(body: z.output<typeof formBody>) {
  if (body.phan.length === 0)
    throw new AppError(kernelErrors.invalid_input, {}, [{ field: 'phan', message: p.form_parts_needed }]);
  const task = [body['nhiem-vu'], body['san-pham'], body['thoi-gian']];
  const hasTask = task.some((text) => text !== '');
  if (hasTask && task.includes(''))
    throw new AppError(kernelErrors.invalid_input, {}, [
      { field: 'nhiem-vu', message: p.form_task_incomplete },
    ]);
  const year = Number(body.nam);
  return {
    title: body.ten,
    place: body.noi,
    placeCode: body.tinh || null,
    placeYear: Number.isInteger(year) && year >= 2011 && year <= 2199 ? year : null,
    parts: body.phan,
    what: body['lam-gi'],
    how: body['the-nao'],
    source: body.nguon,
    sourceUrl: body['duong-dan'] || null,
    isIllustration: body['minh-hoa'] === '1',
    task: hasTask
      ? {
          words: body['nhiem-vu'],
          products: body['san-pham'],
          due: body['thoi-gian'],
          group: body['don-vi'] || null,
        }
      : null,
  };
}

type Values = Readonly<Record<string, string | readonly string[]>>;

function typedOf(one: Practice): Values {
  return {
    ten: one.title,
    noi: one.place,
    tinh: one.placeCode ?? '',
    nam: one.placeYear === null ? '' : String(one.placeYear),
    phan: one.parts,
    'lam-gi': one.what,
    'the-nao': one.how,
    nguon: one.source,
    'duong-dan': one.sourceUrl ?? '',
    'minh-hoa': one.isIllustration ? '1' : '',
    'nhiem-vu': one.task?.words ?? '',
    'san-pham': one.task?.productWords ?? '',
    'thoi-gian': one.task?.due ?? '',
    'don-vi': one.task?.group ?? '',
  };
}

interface FormProps {
  readonly action: string;
  readonly back: string;
  readonly title: string;
  readonly values: Values;
  /** The version that is changed; 0 for a new practice. */
  readonly seen: number;
}

async function form(context: RequestContext, props: FormProps, rejected?: Rejected): Promise<Answer> {
  const { t, csrf } = context;
  const values = rejected?.values ?? props.values;
  const whole = rejected && [{ field: '', message: rejected.error.type, params: rejected.error.params }];
  const problems = rejected && rejected.problems.length > 0 ? rejected.problems : whole;
  const seen = props.seen > 0 && html`<input type="hidden" name="da-thay" value="${props.seen}">`;
  const body = html`${errorSummary(problems, t)}<form method="post" action="${props.action}" class="form" novalidate>${csrfInput(csrf)}${seen}${await fields(context, values, rejected)}${buttonRow(
    button({ text: t(p.save), kind: 'primary' }),
    linkButton({ href: props.back, text: t(p.back) }),
  )}</form>`;
  return answerPage(
    shell(context, {
      title: props.title,
      active: 'practices',
      breadcrumb: [{ href: '/mo-hinh-hay', text: t(p.title) }, { text: props.title }],
      main: card({ body }),
    }),
  );
}

async function fields(context: RequestContext, values: Values, rejected?: Rejected): Promise<Html> {
  const { t, db, today } = context;
  const all = (name: string): readonly string[] => [values[name] ?? []].flat();
  const value = (name: string): string => all(name)[0] ?? '';
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const line = (name: string, label: string, more: object = {}) =>
    field({ label, name, value: value(name), error: error(name), ...more }, t);
  const area = (name: string, label: string, more: object = {}) =>
    textareaField({ label, name, value: value(name), error: error(name), maxlength: 4000, ...more }, t);
  const places = (await knownPlaces(db, today)).map(({ code, name }) => ({ value: code, text: name }));
  const groups = (await unitGroups(db)).map(({ code, name }) => ({ value: code, text: name }));
  const place = html`${line('noi', t(p.form_place), { maxlength: 200, hint: t(p.form_place_hint) })}${selectField(
    {
      label: t(p.form_place_code),
      name: 'tinh',
      value: value('tinh'),
      error: error('tinh'),
      hint: t(p.form_place_code_hint),
      options: [{ value: '', text: t(p.form_place_none) }, ...places],
    },
    t,
  )}${line('nam', t(p.form_place_year), { width: 'short', inputmode: 'numeric', maxlength: 4, optional: true })}`;
  const parts = checkboxGroup(
    {
      label: t(p.form_parts),
      name: 'phan',
      values: all('phan'),
      error: error('phan'),
      options: SUB_DIMENSIONS.map(({ code }) => ({ value: code, text: partName(code, context) })),
    },
    t,
  );
  const task = html`<h2>${t(p.form_task)}</h2><p>${t(p.form_task_lead)}</p>${area('nhiem-vu', t(p.form_task_words), { optional: true, rows: 3 })}${line('san-pham', t(p.form_task_product), { optional: true, maxlength: 500, hint: t(p.form_task_product_hint) })}${line('thoi-gian', t(p.form_task_due), { optional: true, width: 'medium', maxlength: 500, hint: t(p.form_task_due_hint) })}${selectField(
    {
      label: t(p.form_task_group),
      name: 'don-vi',
      value: value('don-vi'),
      options: [{ value: '', text: t(p.form_task_alone) }, ...groups],
    },
    t,
  )}`;
  return html`${line('ten', t(p.form_title), { maxlength: 200 })}${place}${parts}${area('lam-gi', t(p.form_what))}${area('the-nao', t(p.form_how), { rows: 6, hint: t(p.form_how_hint) })}${area('nguon', t(p.form_source), { rows: 2, maxlength: 1000, hint: t(p.form_source_hint) })}${line('duong-dan', t(p.form_source_url), { type: 'url', optional: true, maxlength: 500 })}${checkboxField({ label: t(p.form_illustration), name: 'minh-hoa', checked: value('minh-hoa') === '1' }, t)}${task}`;
}

const newForm = (context: RequestContext): FormProps => ({
  action: '/mo-hinh-hay/them',
  back: '/mo-hinh-hay',
  title: context.t(p.add),
  values: {},
  seen: 0,
});

export const addForm = get({
  path: '/mo-hinh-hay/them',
  access: recording,
  rate: 'page',
  handle: (context) => form(context, newForm(context)),
});

export const add = post({
  path: '/mo-hinh-hay/them',
  access: recording,
  rate: 'write',
  body: formBody,
  async handle(context, tx, { body }) {
    const id = await recordPractice(context, tx, fieldsOf(body));
    return redirectTo(practiceHref(id), { kind: 'success', text: context.t(p.recorded) });
  },
  redisplay: (context, _params, rejected) => form(context, newForm(context), rejected),
});

const EDIT = '/mo-hinh-hay/:id{[0-9a-f-]{36}}/sua' as const;

async function editProps(context: RequestContext, id: string): Promise<FormProps> {
  const practice = await practiceById(context.db, id);
  ensure(practice, scoringErrors.practice_not_found);
  ensure(mayChangePractice(context.actor, practice), kernelErrors.forbidden);
  ensure(practice.withdrawnReason === null, scoringErrors.practice_withdrawn);
  return {
    action: `${practiceHref(id)}/sua`,
    back: practiceHref(id),
    title: context.t(p.change_title),
    values: typedOf(practice),
    seen: practice.version,
  };
}

export const editForm = get({
  path: EDIT,
  access: recording,
  rate: 'page',
  handle: async (context, { params }) => form(context, await editProps(context, params.id)),
});

export const edit = post({
  path: EDIT,
  access: recording,
  rate: 'write',
  body: formBody.extend({ 'da-thay': z.coerce.number().int().min(1) }),
  async handle(context, tx, { params, body }) {
    await changePractice(context, tx, { id: params.id, seen: body['da-thay'], ...fieldsOf(body) });
    return redirectTo(practiceHref(params.id), { kind: 'success', text: context.t(p.changed) });
  },
  redisplay: async (context, params, rejected) =>
    form(context, await editProps(context, params.id ?? ''), rejected),
});

import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { html } from '../../../kernel/html.ts';
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
import { isId } from '../../../kernel/ids.ts';
import { card, dateField, shell, textareaField } from '../../../ui/index.ts';
import { createUnit, createUnitInput } from '../commands/create-unit.ts';
import { mayChangeUnits } from '../policy.ts';
import { unitTree } from '../queries/unit-tree.ts';
import { actField, factFields, unitForm } from './form-parts.ts';
import { pm } from './messages.ts';
import { FormState, factsHref } from './reading.ts';

export const changersOnly = only('quản trị', mayChangeUnits);

async function form(context: RequestContext, parentId: string, rejected?: Rejected): Promise<Answer> {
  const { t } = context;
  const state = new FormState(t, { parentId, from: formatDate(context.today) }, rejected);
  const tree = await unitTree(context.db, context.today);
  const fields = html`${await factFields(context, state, tree)}${dateField(
    {
      name: 'from',
      label: t(pm.from),
      required: true,
      value: state.text('from'),
      error: state.error('from'),
    },
    t,
  )}${dateField(
    { name: 'to', label: t(pm.to), optional: true, value: state.text('to'), error: state.error('to') },
    t,
  )}${actField(context, state, false)}${textareaField(
    {
      name: 'note',
      label: t(pm.note),
      optional: true,
      rows: 2,
      value: state.text('note'),
      error: state.error('note'),
    },
    t,
  )}`;
  return answerPage(
    shell(context, {
      title: t(pm.createTitle),
      active: 'units',
      breadcrumb: [{ href: '/don-vi', text: t(pm.units) }, { text: t(pm.createTitle) }],
      main: card({
        body: unitForm(context, state, {
          action: '/don-vi/them',
          fields,
          button: t(pm.save),
          back: '/don-vi',
        }),
      }),
    }),
  );
}

export const createForm = get({
  path: '/don-vi/them',
  access: changersOnly,
  rate: 'page',
  query: z.object({ cap_tren: z.string().refine(isId).optional().catch(undefined) }),
  handle: (context, { query }) => form(context, query.cap_tren ?? ''),
});

export const createAction = post({
  path: '/don-vi/them',
  access: changersOnly,
  rate: 'write',
  body: createUnitInput,
  async handle(context, tx, { body }) {
    const { id } = await createUnit(context, tx, body);
    return redirectTo(factsHref(id), {
      kind: 'success',
      text: context.t(pm.createdFlash, { name: body.name }),
    });
  },
  redisplay: (context, _params, rejected) => form(context, '', rejected),
});

import { formatDate } from '../../../kernel/dates.ts';
import { html } from '../../../kernel/html.ts';
import {
  type Answer,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import { dateField } from '../../../ui/index.ts';
import { changeUnit, changeUnitInput } from '../commands/change-unit.ts';
import { unitTree } from '../queries/unit-tree.ts';
import { changersOnly } from './create.ts';
import { actField, factFields, unitFormPage } from './form-parts.ts';
import { pm } from './messages.ts';
import { unitOfForm } from './one-unit.ts';
import { FormState, factsHref } from './reading.ts';

async function form(context: RequestContext, id: string, rejected?: Rejected): Promise<Answer> {
  const { t } = context;
  const { version } = await unitOfForm(context, id);
  const tree = await unitTree(context.db, context.today);
  const state = new FormState(
    t,
    {
      name: version.name,
      kind: version.kind,
      tier: version.tier,
      code: version.code ?? '',
      parentId: version.parentId ?? '',
      shortNames: version.shortNames.join('\n'),
      from: formatDate(context.today),
    },
    rejected,
  );
  const fields = html`${dateField(
    {
      name: 'from',
      label: t(pm.changeFrom),
      required: true,
      value: state.text('from'),
      error: state.error('from'),
    },
    t,
  )}${await factFields(context, state, tree, id)}${actField(context, state, false)}`;
  return unitFormPage(context, state, {
    id,
    version,
    title: t(pm.editTitle, { name: version.name }),
    lead: t(pm.editLead, { date: formatDate(version.from) }),
    crumb: t(pm.edit),
    path: 'sua',
    fields,
    button: t(pm.save),
  });
}

export const changeForm = get({
  path: '/don-vi/:id/sua',
  access: changersOnly,
  rate: 'page',
  handle: (context, { params }) => form(context, params.id),
});

export const changeAction = post({
  path: '/don-vi/:id/sua',
  access: changersOnly,
  rate: 'write',
  body: changeUnitInput.omit({ unitId: true }),
  async handle(context, tx, { params, body }) {
    await changeUnit(context, tx, { ...body, unitId: params.id });
    const text = context.t(pm.changedFlash, { name: body.name, date: formatDate(body.from) });
    return redirectTo(factsHref(params.id, body.from), { kind: 'success', text });
  },
  redisplay: (context, params, rejected) => form(context, params.id, rejected),
});

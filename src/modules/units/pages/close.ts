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
import { closeUnit, closeUnitInput } from '../commands/close-unit.ts';
import { changersOnly } from './create.ts';
import { actField, unitFormPage } from './form-parts.ts';
import { pm } from './messages.ts';
import { unitOfForm } from './one-unit.ts';
import { FormState, factsHref } from './reading.ts';

async function form(context: RequestContext, id: string, rejected?: Rejected): Promise<Answer> {
  const { t } = context;
  const { version } = await unitOfForm(context, id);
  const state = new FormState(t, {}, rejected);
  const fields = html`${dateField(
    {
      name: 'lastDay',
      label: t(pm.lastDay),
      required: true,
      value: state.text('lastDay'),
      error: state.error('lastDay'),
    },
    t,
  )}${actField(context, state, true)}`;
  return unitFormPage(context, state, {
    id,
    version,
    title: t(pm.closeTitle, { name: version.name }),
    lead: t(pm.closeLead),
    crumb: t(pm.close),
    path: 'ket-thuc',
    fields,
    danger: true,
  });
}

export const closeForm = get({
  path: '/don-vi/:id/ket-thuc',
  access: changersOnly,
  rate: 'page',
  handle: (context, { params }) => form(context, params.id),
});

export const closeAction = post({
  path: '/don-vi/:id/ket-thuc',
  access: changersOnly,
  rate: 'write',
  body: closeUnitInput.omit({ unitId: true }),
  async handle(context, tx, { params, body }) {
    const { version } = await unitOfForm(context, params.id);
    await closeUnit(context, tx, { ...body, unitId: params.id });
    const text = context.t(pm.closedFlash, { name: version.name, date: formatDate(body.lastDay) });
    return redirectTo(factsHref(params.id), { kind: 'success', text });
  },
  redisplay: (context, params, rejected) => form(context, params.id, rejected),
});

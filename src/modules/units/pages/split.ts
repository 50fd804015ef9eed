import { z } from 'zod';
import { html } from '../../../kernel/html.ts';
import { parseInput } from '../../../kernel/http/input.ts';
import {
  type Answer,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import { checkboxField, dateField, field, selectField } from '../../../ui/index.ts';
import { citedAct, requiredDate } from '../commands/fields.ts';
import { splitUnit, splitUnitInput } from '../commands/split-unit.ts';
import { childrenOf } from '../queries/unit-by-id.ts';
import { changersOnly } from './create.ts';
import { actField, unitFormPage } from './form-parts.ts';
import { pm } from './messages.ts';
import { unitOfForm } from './one-unit.ts';
import { FormState, factsHref } from './reading.ts';

const PARTS = [0, 1, 2, 3] as const;

/** Besides the day and the act: `name0`…, `code0`… for the parts, `child-<id>` for where each unit below goes. */
const splitBody = z.looseObject({ on: requiredDate, act: citedAct, continues: z.string().optional() });

async function form(context: RequestContext, id: string, rejected?: Rejected): Promise<Answer> {
  const { t } = context;
  const { version } = await unitOfForm(context, id);
  const children = await childrenOf(context.db, id, context.today);
  const state = new FormState(t, {}, rejected);
  const parts = PARTS.map(
    (n) =>
      html`<fieldset class="field"><legend>${t(pm.splitPart, { n: n + 1 })}</legend>${field(
        { name: `name${n}`, label: t(pm.name), value: state.text(`name${n}`), optional: n > 0 },
        t,
      )}${field(
        {
          name: `code${n}`,
          label: t(pm.code),
          value: state.text(`code${n}`),
          optional: true,
          width: 'short',
        },
        t,
      )}</fieldset>`,
  );
  const moves = children.map((child) =>
    selectField(
      {
        name: `child-${child.id}`,
        label: t(pm.splitChildTo, { name: child.name }),
        value: state.text(`child-${child.id}`),
        width: 'medium',
        options: [
          { value: '', text: t(pm.splitStays) },
          ...PARTS.map((n) => ({ value: String(n), text: t(pm.splitPart, { n: n + 1 }) })),
        ],
      },
      t,
    ),
  );
  const fields = html`${dateField(
    { name: 'on', label: t(pm.mergeOn), required: true, value: state.text('on'), error: state.error('on') },
    t,
  )}${actField(context, state, true)}${checkboxField(
    { name: 'continues', label: t(pm.splitContinues), checked: state.text('continues') !== '' },
    t,
  )}${parts}${moves}`;
  return unitFormPage(context, state, {
    id,
    version,
    title: t(pm.splitTitle, { name: version.name }),
    lead: t(pm.splitLead),
    crumb: t(pm.split),
    path: 'chia-tach',
    fields,
    danger: true,
  });
}

/** Empty parts are left out, so places in the form become places in the list. */
function commandInput(id: string, body: z.infer<typeof splitBody>): unknown {
  const textOf = (name: string): string => {
    const value = body[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const filled = PARTS.filter((n) => textOf(`name${n}`) !== '');
  const childTo: Record<string, number> = {};
  for (const name of Object.keys(body)) {
    if (!name.startsWith('child-') || textOf(name) === '') continue;
    childTo[name.slice('child-'.length)] = PARTS.length;
    const place = filled.findIndex((n) => String(n) === textOf(name));
    if (place >= 0) childTo[name.slice('child-'.length)] = place;
  }
  return {
    unitId: id,
    on: body.on,
    act: body.act,
    continues: body.continues !== undefined,
    parts: filled.map((n) => ({ name: textOf(`name${n}`), code: textOf(`code${n}`) })),
    childTo,
  };
}

export const splitForm = get({
  path: '/don-vi/:id/chia-tach',
  access: changersOnly,
  rate: 'page',
  handle: (context, { params }) => form(context, params.id),
});

export const splitAction = post({
  path: '/don-vi/:id/chia-tach',
  access: changersOnly,
  rate: 'write',
  body: splitBody,
  async handle(context, tx, { params, body }) {
    const { version } = await unitOfForm(context, params.id);
    const { partIds } = await splitUnit(
      context,
      tx,
      parseInput(splitUnitInput, commandInput(params.id, body)),
    );
    const text = context.t(pm.splitFlash, { count: partIds.length, name: version.name });
    return redirectTo(factsHref(params.id, body.on), { kind: 'success', text });
  },
  redisplay: (context, params, rejected) => form(context, params.id, rejected),
});

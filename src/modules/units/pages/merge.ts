import { z } from 'zod';
import { html } from '../../../kernel/html.ts';
import {
  type Answer,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import { checkboxGroup, dateField, radioGroup, selectField } from '../../../ui/index.ts';
import { newUnitFields } from '../commands/create-unit.ts';
import { citedAct, optionalUnit, requiredDate, requiredUnit } from '../commands/fields.ts';
import { mergeUnits, mergeUnitsInput } from '../commands/merge-units.ts';
import { unitTree } from '../queries/unit-tree.ts';
import { changersOnly } from './create.ts';
import { actField, factFields, unitFormPage } from './form-parts.ts';
import { pm } from './messages.ts';
import { unitOfForm } from './one-unit.ts';
import { FormState, factsHref } from './reading.ts';

const common = {
  sourceIds: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    mergeUnitsInput.shape.sourceIds,
  ),
  on: requiredDate,
  act: citedAct,
};

/** The form sends both halves; only the chosen one is read. */
const mergeBody = z.discriminatedUnion('target', [
  z.object({ target: z.literal('new'), ...common, ...newUnitFields, parentId: optionalUnit }),
  z.object({ target: z.literal('existing'), ...common, intoId: requiredUnit }),
]);

async function form(context: RequestContext, id: string, rejected?: Rejected): Promise<Answer> {
  const { t } = context;
  const { version } = await unitOfForm(context, id);
  const tree = await unitTree(context.db, context.today);
  const alike = tree.filter((unit) => unit.kind === version.kind && unit.parentId === version.parentId);
  const state = new FormState(
    t,
    {
      sourceIds: [id],
      target: 'new',
      kind: version.kind,
      tier: version.tier,
      parentId: version.parentId ?? '',
    },
    rejected,
  );
  const existing = alike.map((unit) => ({ value: unit.id, text: unit.name }));
  const fields = html`${checkboxGroup(
    {
      name: 'sourceIds',
      label: t(pm.mergeSources),
      hint: t(pm.mergeSourcesHint, { name: version.name }),
      options: existing,
      values: state.all('sourceIds'),
      error: state.error('sourceIds'),
    },
    t,
  )}${dateField(
    { name: 'on', label: t(pm.mergeOn), required: true, value: state.text('on'), error: state.error('on') },
    t,
  )}${actField(context, state, true)}${radioGroup(
    {
      name: 'target',
      label: t(pm.mergeInto),
      options: [
        { value: 'new', text: t(pm.mergeIntoNew) },
        { value: 'existing', text: t(pm.mergeIntoExisting) },
      ],
      value: state.text('target'),
      error: state.error('target'),
    },
    t,
  )}<fieldset class="field"><legend>${t(pm.mergeNewPart)}</legend>${await factFields(context, state, tree)}</fieldset><fieldset class="field"><legend>${t(pm.mergeExistingPart)}</legend>${selectField(
    {
      name: 'intoId',
      label: t(pm.mergeExisting),
      options: [{ value: '', text: t(pm.chooseOne) }, ...existing],
      value: state.text('intoId'),
      error: state.error('intoId'),
    },
    t,
  )}</fieldset>`;
  return unitFormPage(context, state, {
    id,
    version,
    title: t(pm.mergeTitle, { name: version.name }),
    lead: t(pm.mergeLead),
    crumb: t(pm.merge),
    path: 'sap-nhap',
    fields,
    danger: true,
  });
}

export const mergeForm = get({
  path: '/don-vi/:id/sap-nhap',
  access: changersOnly,
  rate: 'page',
  handle: (context, { params }) => form(context, params.id),
});

export const mergeAction = post({
  path: '/don-vi/:id/sap-nhap',
  access: changersOnly,
  rate: 'write',
  body: mergeBody,
  async handle(context, tx, { body }) {
    const { sourceIds, on, act } = body;
    const into = body.target === 'existing' ? { unitId: body.intoId } : newUnit(body);
    const result = await mergeUnits(context, tx, { sourceIds, on, act, into });
    const text = context.t(pm.mergedFlash, { count: sourceIds.length, moved: result.movedIds.length });
    return redirectTo(factsHref(result.id, on), { kind: 'success', text });
  },
  redisplay: (context, params, rejected) => form(context, params.id, rejected),
});

function newUnit(body: Extract<z.infer<typeof mergeBody>, { target: 'new' }>) {
  const { name, code, shortNames, kind, tier, parentId } = body;
  return { name, code, shortNames, kind, tier, parentId };
}

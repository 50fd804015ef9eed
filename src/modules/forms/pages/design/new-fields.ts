import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { isId } from '../../../../kernel/ids.ts';
import { field, type Option, selectField } from '../../../../ui/index.ts';
import { type UnitsOfDay, unitGroups, unitsOfDay } from '../../../units/index.ts';
import { formCodeSchema } from '../../commands/design-form.ts';
import { d } from '../../messages-design.ts';
import { mayDesign } from '../../policy.ts';
import { type Choices, generalFields } from './part-general.ts';
import { type Problems, type Shown, textIn, type Values } from './typed.ts';

/** The agencies in whose name this person may make a form. */
function ownersOf({ actor }: RequestContext, units: UnitsOfDay): Option[] {
  return units.tree
    .filter(
      (unit) =>
        unit.kind !== 'thon' && mayDesign(actor, { ownerUnitId: unit.id, ownerLineage: unit.lineage }),
    )
    .map((unit) => ({ value: unit.id, text: unit.name }));
}

export interface NewChoices extends Choices {
  readonly owners: readonly Option[];
}

export async function newChoices(context: RequestContext): Promise<NewChoices> {
  const units = await unitsOfDay(context.db, context.today);
  return {
    owners: ownersOf(context, units),
    groups: await unitGroups(context.db),
    units: units.tree.filter(({ kind }) => kind !== 'thon'),
  };
}

/** Code and agency, then what every form says of itself. */
export function newFields(context: RequestContext, shown: Shown, choices: NewChoices): Html {
  const { t, actor } = context;
  const { owners } = choices;
  const own = owners.find((one) => one.value === actor.current?.unitId)?.value ?? '';
  return html`${field(
    {
      label: t(d.code),
      name: 'code',
      hint: t(d.code_hint),
      value: shown.text('code'),
      error: shown.error('code'),
      required: true,
      width: 'medium',
    },
    t,
  )}${selectField(
    {
      label: t(d.owner),
      name: 'owner',
      value: shown.text('owner') || own,
      error: shown.error('owner'),
      options: owners.length === 1 ? owners : [{ value: '', text: t(d.owner_choose) }, ...owners],
    },
    t,
  )}${generalFields(context, shown, choices)}`;
}

export function readNew(
  values: Values,
  problems: Problems,
): { readonly code: string; readonly owner: string } {
  const code = textIn(values, 'code');
  if (!formCodeSchema.safeParse(code).success) problems.add('code', d.code_wrong);
  const owner = textIn(values, 'owner');
  if (!isId(owner)) problems.add('owner', d.owner_choose);
  return { code, owner };
}

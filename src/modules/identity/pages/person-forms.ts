import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import {
  type ButtonKind,
  button,
  checkboxField,
  csrfInput,
  dateField,
  field,
  type Option,
  problemOf,
  selectField,
} from '../../../ui/index.ts';
import { type Unit, unitTree } from '../../units/index.ts';
import { ROLES, roleLabels } from '../domain/roles.ts';
import { m } from '../messages-people.ts';
import { administeredUnits } from '../policy.ts';
import { type Refused, typed } from './parts.ts';

export interface Names {
  readonly username: string;
  readonly fullName: string;
  readonly email: string | null;
}

/** Fields of a person's account. */
export function nameFields(
  context: RequestContext,
  form: string,
  names: Names | null,
  refused: Refused | null,
): Html {
  const { t } = context;
  const problems = refused?.form === form ? refused.rejected.problems : [];
  return html`${[
    field(
      {
        label: t(m.name),
        name: 'fullName',
        value: typed(refused, form, 'fullName', names?.fullName),
        maxlength: 120,
        required: true,
        autocomplete: 'off',
        error: problemOf(problems, 'fullName', t),
      },
      t,
    ),
    field(
      {
        label: t(m.username),
        name: 'username',
        hint: t(m.usernameHint),
        value: typed(refused, form, 'username', names?.username),
        maxlength: 40,
        required: true,
        autocomplete: 'off',
        spellcheck: false,
        error: problemOf(problems, 'username', t),
      },
      t,
    ),
    field(
      {
        label: t(m.email),
        name: 'email',
        type: 'email',
        optional: true,
        value: typed(refused, form, 'email', names?.email ?? ''),
        maxlength: 254,
        autocomplete: 'off',
        error: problemOf(problems, 'email', t),
      },
      t,
    ),
  ]}`;
}

/** The units this administrator answers for, as they stand today, depth first and indented. */
export async function unitOptions(context: RequestContext): Promise<Option[]> {
  const mine = administeredUnits(context.actor);
  const within = (unit: Unit): boolean => mine === null || unit.lineage.some((id) => mine.includes(id));
  return (await unitTree(context.db, context.today)).filter(within).map((unit) => ({
    value: unit.id,
    text: `${'\u2003'.repeat(unit.lineage.length - 1)}${unit.name}`,
  }));
}

/** Fields of a post. */
export function postFieldsOf(
  context: RequestContext,
  form: string,
  units: readonly Option[],
  refused: Refused | null,
): Html {
  const { t } = context;
  const problems = refused?.form === form ? refused.rejected.problems : [];
  return html`${[
    selectField(
      {
        label: t(m.unit),
        name: 'unitId',
        value: typed(refused, form, 'unitId'),
        options: [{ value: '', text: t(m.chooseUnit) }, ...units],
        required: true,
        error: problemOf(problems, 'unitId', t),
      },
      t,
    ),
    field(
      {
        label: t(m.post),
        name: 'title',
        hint: t(m.postHint),
        value: typed(refused, form, 'title'),
        maxlength: 120,
        required: true,
        autocomplete: 'off',
        error: problemOf(problems, 'title', t),
      },
      t,
    ),
    selectField(
      {
        label: t(m.role),
        name: 'role',
        value: typed(refused, form, 'role'),
        options: [
          { value: '', text: t(m.chooseRole) },
          ...ROLES.map((role) => ({ value: role, text: t(roleLabels[role]) })),
        ],
        required: true,
        error: problemOf(problems, 'role', t),
      },
      t,
    ),
    dateField(
      {
        label: t(m.from),
        name: 'from',
        value: typed(refused, form, 'from', formatDate(context.today)),
        required: true,
        error: problemOf(problems, 'from', t),
      },
      t,
    ),
    dateField(
      {
        label: t(m.to),
        name: 'to',
        optional: true,
        value: typed(refused, form, 'to'),
        error: problemOf(problems, 'to', t),
      },
      t,
    ),
    checkboxField({ label: t(m.acting), name: 'acting', checked: typed(refused, form, 'acting') === '1' }, t),
  ]}`;
}

/** A form of these pages: the fields, then its button. */
export function formTo(
  context: RequestContext,
  action: string,
  fields: Html,
  text: string,
  kind: ButtonKind = 'primary',
): Html {
  return html`<form method="post" action="${action}" novalidate>${csrfInput(context.csrf)}${fields}${button({ text, kind })}</form>`;
}

import { type Html, type HtmlValue, html } from '../../../kernel/html.ts';
import { type Answer, answerPage, type RequestContext } from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  field,
  linkButton,
  selectField,
  shell,
  textareaField,
} from '../../../ui/index.ts';
import type { Unit, UnitVersion } from '../domain/unit.ts';
import { loadTiers } from '../store.ts';
import { pm } from './messages.ts';
import { type FormState, factsHref, kindOptions, parentOptions } from './reading.ts';

/** A form of this room: what was wrong above, fields, one main button, a way back. */
export function unitForm(
  context: RequestContext,
  state: FormState,
  props: { action: string; fields: HtmlValue; button: string; back: string; danger?: boolean },
): Html {
  const { t } = context;
  return html`${state.summary(context.lang)}<form method="post" action="${props.action}" class="form" novalidate>${csrfInput(context.csrf)}${props.fields}${buttonRow(
    button({ text: props.button, kind: props.danger ? 'danger' : 'primary' }),
    linkButton({ href: props.back, text: t(pm.cancel) }),
  )}</form>`;
}

export interface UnitFormPage {
  readonly id: string;
  readonly version: UnitVersion;
  readonly title: string;
  readonly lead: string;
  /** What the form does, at the end of the breadcrumb and, unless `button` says otherwise, on its button. */
  readonly crumb: string;
  /** Last part of the form's address: `sap-nhap`. */
  readonly path: string;
  readonly fields: HtmlValue;
  readonly button?: string;
  readonly danger?: boolean;
}

/** The page of a form about one unit. */
export function unitFormPage(context: RequestContext, state: FormState, props: UnitFormPage): Answer {
  const { id, version, title, lead, crumb, path, fields, danger } = props;
  const back = factsHref(id);
  const body = unitForm(context, state, {
    action: `/don-vi/${id}/${path}`,
    fields,
    button: props.button ?? crumb,
    back,
    ...(danger === undefined ? {} : { danger }),
  });
  const breadcrumb = [
    { href: '/don-vi', text: context.t(pm.units) },
    { href: back, text: version.name },
    { text: crumb },
  ];
  return answerPage(shell(context, { title, active: 'units', lead, breadcrumb, main: card({ body }) }));
}

/** Name, code, kind, tier, unit above and other names of one unit. */
export async function factFields(
  context: RequestContext,
  state: FormState,
  tree: readonly Unit[],
  except?: string,
): Promise<Html> {
  const { t } = context;
  const tiers = [...(await loadTiers(context.db)).keys()];
  return html`${field({ name: 'name', label: t(pm.name), required: true, value: state.text('name'), error: state.error('name') }, t)}${selectField(
    {
      name: 'kind',
      label: t(pm.kind),
      required: true,
      value: state.text('kind'),
      options: kindOptions(t, t(pm.chooseOne)),
      error: state.error('kind'),
      width: 'medium',
    },
    t,
  )}${selectField(
    {
      name: 'tier',
      label: t(pm.tier),
      required: true,
      value: state.text('tier'),
      options: [{ value: '', text: t(pm.chooseOne) }, ...tiers.map((tier) => ({ value: tier, text: tier }))],
      error: state.error('tier'),
      width: 'short',
    },
    t,
  )}${selectField(
    {
      name: 'parentId',
      label: t(pm.parent),
      value: state.text('parentId'),
      options: parentOptions(tree, t(pm.noParent), except),
      error: state.error('parentId'),
    },
    t,
  )}${field(
    {
      name: 'code',
      label: t(pm.code),
      hint: t(pm.codeHint),
      optional: true,
      width: 'short',
      value: state.text('code'),
      error: state.error('code'),
    },
    t,
  )}${textareaField(
    {
      name: 'shortNames',
      label: t(pm.shortNames),
      hint: t(pm.shortNamesHint),
      optional: true,
      rows: 3,
      value: state.text('shortNames'),
      error: state.error('shortNames'),
    },
    t,
  )}`;
}

/** The act a change is based on. */
export function actField(context: RequestContext, state: FormState, needed: boolean): Html {
  const { t } = context;
  return field(
    {
      name: 'act',
      label: t(pm.act),
      hint: t(pm.actHint),
      required: needed,
      optional: !needed,
      value: state.text('act'),
      error: state.error('act'),
    },
    t,
  );
}

import { formatDate } from '../../../../kernel/dates.ts';
import type { FieldProblem } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { formatNumber } from '../../../../kernel/i18n.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dateField,
  errorSummary,
  field,
  problemOf,
  textareaField,
} from '../../../../ui/index.ts';
import type { Evidence } from '../../../evidence/index.ts';
import { ENTRY_KINDS, type EntryKind, progressAfter, saidBy } from '../../domain/progress.ts';
import { m } from '../../messages.ts';
import { m as em } from '../../messages-evidence.ts';
import { mayAccept, mayReport } from '../../policy.ts';
import type { IssuedTaskFacts, Item } from '../../queries/item.ts';
import { evidenceFields, stillNeeded } from './evidence-fields.ts';

/** What was typed in a form that was refused, and what is wrong with it. */
export interface Typed {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly problems: readonly FieldProblem[];
}

export const typedText = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** What this person may record about the item as it stands. */
function possibleKinds(context: RequestContext, item: Item): EntryKind[] {
  return ENTRY_KINDS.filter((kind) => {
    if (progressAfter(item.progress, kind) === undefined) return false;
    return saidBy(kind) === 'doer' ? mayReport(context.actor, item) : mayAccept(context.actor, item);
  });
}

/** The form of the unit that does the work, or that of whoever accepts it; empty for who may do neither. */
export function actionForm(
  context: RequestContext,
  item: Item,
  task: IssuedTaskFacts,
  by: 'doer' | 'acceptor',
  evidence: readonly Evidence[],
  typed?: Typed,
): Html {
  const { t } = context;
  const own = possibleKinds(context, item).filter((kind) => saidBy(kind) === by);
  if (own.length === 0) return html``;
  const main = by === 'doer' ? 'claim' : 'accept';
  const posted = typed && own.some((kind) => kind === typed.values.viec) ? typed : undefined;
  const values = posted?.values ?? {};
  const problems = posted?.problems;
  const idOf = (name: string): string => `${name}-${by}`;
  const text = (name: string, ifAbsent?: string) => ({
    name,
    id: idOf(name),
    value: typedText(values[name]) ?? ifAbsent,
    error: problemOf(problems, name, t),
  });
  const counts = by === 'doer' && task.products.some((product) => product.type === 'figure');
  const quantity = counts
    ? field(
        {
          ...text('so_luong', item.quantity === null ? undefined : formatNumber('vi', item.quantity)),
          label: t(m.quantity),
          hint: t(m.quantity_hint),
          inputmode: 'decimal',
          width: 'short',
        },
        t,
      )
    : '';
  const proof =
    by === 'doer' && own.includes('claim')
      ? html`<fieldset class="field"><legend>${t(em.evidence)}</legend>${stillNeeded(context, task, evidence)}${evidenceFields(context, { task, idOf, typed: posted })}</fieldset>`
      : '';
  const redoBy = own.includes('return')
    ? dateField({ ...text('lam_lai'), label: t(m.redo_by), hint: t(m.redo_by_hint), optional: true }, t)
    : '';
  return card({
    title: t(by === 'doer' ? m.act : m.act_accept),
    body: html`${errorSummary(problems, t, idOf)}<form method="post" action="/phan-viec/${item.id}" ${proof !== '' && html`enctype="multipart/form-data"`} novalidate>${csrfInput(context.csrf)}<input type="hidden" name="revision" value="${item.revision}">${dateField(
      { ...text('ngay', formatDate(context.today)), label: t(m.happened_on) },
      t,
    )}${textareaField(
      {
        ...text('noi_dung'),
        label: t(by === 'doer' ? m.note : m.reason),
        hint: t(by === 'doer' ? m.note_hint : m.reason_hint),
        rows: 3,
        maxlength: 4000,
        optional: by === 'acceptor',
      },
      t,
    )}${quantity}${proof}${redoBy}${buttonRow(
      ...[...own]
        .sort((a, b) => Number(b === main) - Number(a === main))
        .map((kind) =>
          button({
            text: t(m[`do_${kind}`]),
            name: 'viec',
            value: kind,
            kind: kind === main ? 'primary' : 'secondary',
          }),
        ),
    )}</form>`,
  });
}

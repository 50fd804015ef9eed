import { formatInstant } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { Rejected, RequestContext } from '../../../kernel/http/route.ts';
import {
  attachmentList,
  button,
  buttonRow,
  card,
  confirmAction,
  csrfInput,
  details,
  errorSummary,
  field,
  fileField,
  problemOf,
} from '../../../ui/index.ts';
import { type Evidence, evidenceOf } from '../../evidence/index.ts';
import { mayProve, valueSubject } from '../commands/value-evidence.ts';
import { c } from '../messages-cell.ts';
import type { CellScene } from '../queries/cell.ts';
import { cellHref } from './words.ts';

/** What proves the value; shown where evidence is wanted or stands already. */
export async function evidencePart(
  context: RequestContext,
  scene: CellScene,
  rejected: Rejected | undefined,
): Promise<Html> {
  const { t, db } = context;
  const { definition, unit, period, stored } = scene;
  const records = stored ? await evidenceOf(db, valueSubject(stored.id), null) : [];
  if (!definition.evidenceWanted && records.length === 0) return html``;
  const base = `${cellHref(definition.code, unit.id, period.code)}/minh-chung`;
  const mayAdd = mayProve(context, scene);
  const stands = records.some(({ withdrawn }) => withdrawn === null);
  return card({
    title: t(c.evidence),
    id: 'minh-chung',
    body: html`${definition.evidenceWanted && html`<p>${t(c.evidence_wanted)}</p>`}${!stands && html`<p class="hint">${t(stored ? c.evidence_missing : c.evidence_first)}</p>`}${
      records.length > 0 &&
      attachmentList(records.map((record) => attachmentOf(context, record, base, mayAdd)))
    }${stored && mayAdd && addForm(context, base, rejected)}`,
  });
}

function attachmentOf(context: RequestContext, record: Evidence, base: string, mayWithdraw: boolean) {
  const { t, csrf } = context;
  const { file, url, words, withdrawn } = record;
  const href = `${base}/${record.id}`;
  const title = file?.name ?? url ?? '';
  const added = t(c.added_by, { who: record.personName, at: formatInstant(record.recordedAt) });
  const lines = [words, added].filter((line) => line !== '');
  if (withdrawn)
    lines.push(
      t(c.withdrawn_by, {
        who: withdrawn.personName,
        at: formatInstant(withdrawn.at),
        reason: withdrawn.reason,
      }),
    );
  const act =
    mayWithdraw &&
    withdrawn === null &&
    confirmAction({
      summary: t(c.withdraw),
      explain: html`${title}: ${t(c.withdraw_what)}`,
      action: `${href}/thu-lai`,
      csrf,
      button: t(c.withdraw),
      fields: field({ label: t(c.reason), name: 'ly_do', id: `ly_do-${record.id}`, maxlength: 2000 }, t),
    });
  return {
    title,
    href: file ? href : (url ?? undefined),
    external: url !== null,
    thumbnail: file?.picture ? { src: `${href}?co=nho`, alt: words || title } : undefined,
    lines,
    act,
  };
}

function addForm({ t, csrf }: RequestContext, base: string, rejected: Rejected | undefined): Html {
  const problems = rejected && [
    { field: 'tep', message: rejected.error.type, params: rejected.error.params },
  ];
  const typed = (name: string): string => {
    const value = rejected?.values[name];
    return typeof value === 'string' ? value : '';
  };
  return details(
    t(c.evidence_add),
    html`${errorSummary(problems, t)}<form method="post" action="${base}" enctype="multipart/form-data" novalidate>${csrfInput(csrf)}${fileField(
      { name: 'tep', label: t(c.file), optional: true, multiple: true, error: problemOf(problems, 'tep', t) },
      t,
    )}${fileField({ name: 'anh', label: t(c.photo), optional: true, multiple: true, accept: 'image/*' }, t)}${field(
      { name: 'lien_ket', label: t(c.link), type: 'url', optional: true, value: typed('lien_ket') },
      t,
    )}${field({ name: 'noi_dung', label: t(c.words), optional: true, maxlength: 500, value: typed('noi_dung') }, t)}${buttonRow(button({ text: t(c.send), icon: 'upload' }))}</form>`,
    rejected !== undefined,
  );
}

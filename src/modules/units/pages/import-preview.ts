import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  type DiffItem,
  definitionList,
  diffList,
  emptyState,
  linkButton,
  notice,
  shell,
} from '../../../ui/index.ts';
import { type ImportOutcome, importUnits, previewUnitsImport } from '../commands/import-units.ts';
import type { ImportedLine } from '../domain/import-plan.ts';
import { unitErrors } from '../errors.ts';
import { unitLimits } from '../limits.ts';
import { changersOnly } from './create.ts';
import { imp } from './import-messages.ts';
import { pm } from './messages.ts';
import { problemsFound } from './problems-found.ts';

const fileReference = {
  tep: z.string().regex(/^[0-9a-f]{64}$/),
  ten: z.string().min(1).max(200),
};

async function storedFile(context: RequestContext, hash: string): Promise<Uint8Array> {
  try {
    return await context.files.read(hash);
  } catch {
    throw new AppError(unitErrors.import_file_missing);
  }
}

function countsList(context: RequestContext, { counts }: ImportOutcome): Html {
  const { t } = context;
  const shown: [keyof ImportOutcome['counts'], (typeof imp)[keyof typeof imp]][] = [
    ['new', imp.countNew],
    ['changed', imp.countChanged],
    ['closed', imp.countClosed],
    ['unchanged', imp.countUnchanged],
    ['contacts', imp.countContacts],
    ['groups', imp.countGroups],
  ];
  return definitionList(shown.map(([key, label]) => ({ term: t(label), value: counts[key] })));
}

function period(context: RequestContext, line: ImportedLine): string {
  const { t } = context;
  return line.to === null
    ? t(imp.fromOpen, { from: formatDate(line.from) })
    : t(imp.fromTo, { from: formatDate(line.from), to: formatDate(line.to) });
}

/** What a line changes, fact by fact, so that a person sees the difference and not two whole lines. */
function differences(context: RequestContext, line: ImportedLine): { before: string; after: string } {
  const { t } = context;
  const stood = line.before;
  if (stood === null) return { before: '', after: period(context, line) };
  const facts: [string, string, string][] = [
    [t(pm.name), stood.name, line.facts.name],
    [t(pm.code), stood.code ?? '', line.facts.code ?? ''],
    [t(pm.tier), stood.tier, line.facts.tier],
    [t(pm.kind), stood.kind, line.facts.kind],
    [t(pm.shortNames), stood.shortNames.join('; '), line.facts.shortNames.join('; ')],
  ];
  const changed = facts.filter(([, before, after]) => before !== after);
  const moved = stood.parentId !== line.facts.parentId ? ` · ${t(pm.parent)}` : '';
  const say = (side: 1 | 2): string => changed.map((fact) => `${fact[0]}: ${fact[side] || '–'}`).join(' · ');
  return {
    before: [say(1), period(context, { ...line, from: stood.from, to: stood.to })]
      .filter(Boolean)
      .join(' · '),
    after: [say(2), period(context, line)].filter(Boolean).join(' · ') + moved,
  };
}

function changes(context: RequestContext, outcome: ImportOutcome): Html {
  const { t } = context;
  const lines = outcome.lines.filter((line) => line.what !== 'unchanged');
  if (lines.length === 0) return card({ title: t(imp.changes), body: emptyState({ title: t(imp.nothing) }) });
  const shown = lines.slice(0, unitLimits.import_problems_shown);
  const items = shown.map((line): DiffItem => {
    const { before, after } = differences(context, line);
    const kind = line.what === 'new' ? 'added' : line.what === 'closed' ? 'removed' : 'changed';
    return { kind, label: `${line.name} (${line.place})`, after, ...(before === '' ? {} : { before }) };
  });
  const more = lines.length - shown.length;
  return card({
    title: t(imp.changes),
    body: html`${diffList(items, t)}${more > 0 && html`<p>${t(imp.moreChanges, { count: more })}</p>`}`,
  });
}

function confirmForm(context: RequestContext, hash: string, name: string, errors: number): Html {
  const { t } = context;
  const again = linkButton({ href: '/don-vi/nhap', text: t(imp.again) });
  if (errors > 0)
    return html`${notice({ kind: 'error', text: t(imp.hasErrors, { count: errors }) }, t)}${buttonRow(again)}`;
  return html`<form method="post" action="/don-vi/nhap/xac-nhan">${csrfInput(context.csrf)}<input type="hidden" name="tep" value="${hash}"><input type="hidden" name="ten" value="${name}">${buttonRow(button({ text: t(imp.confirm), kind: 'primary' }), again)}</form>`;
}

async function preview(context: RequestContext, hash: string, name: string): Promise<Answer> {
  const { t } = context;
  const bytes = await storedFile(context, hash);
  const outcome = await previewUnitsImport(context.db, context.today, { fileName: name, bytes });
  const errors = outcome.problems.filter((problem) => problem.severity === 'error').length;
  return answerPage(
    shell(context, {
      title: t(imp.previewTitle, { file: name }),
      active: 'units',
      lead: t(imp.previewLead),
      breadcrumb: [
        { href: '/don-vi', text: t(pm.units) },
        { href: '/don-vi/nhap', text: t(imp.title) },
        { text: t(imp.preview) },
      ],
      main: html`${card({ body: html`${countsList(context, outcome)}${confirmForm(context, hash, name, errors)}` })}${problemsFound(outcome.problems, imp, t)}${changes(context, outcome)}`,
    }),
  );
}

export const importPreview = get({
  path: '/don-vi/nhap/xem-truoc',
  access: changersOnly,
  rate: 'upload',
  query: z.object(fileReference),
  handle: (context, { query }) => preview(context, query.tep, query.ten),
});

export const importConfirm = post({
  path: '/don-vi/nhap/xac-nhan',
  access: changersOnly,
  rate: 'upload',
  body: z.object(fileReference),
  async handle(context, tx, { body }) {
    const bytes = await storedFile(context, body.tep);
    const { counts } = await importUnits(context, tx, { fileName: body.ten, bytes });
    const { new: added, changed, closed } = counts;
    return redirectTo('/don-vi', {
      kind: 'success',
      text: context.t(imp.done, { new: added, changed, closed }),
    });
  },
});

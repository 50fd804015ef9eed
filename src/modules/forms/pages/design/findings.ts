import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { card, dataTable, notice, severityBadge } from '../../../../ui/index.ts';
import type { UnitsOfDay } from '../../../units/index.ts';
import type { FormSpec } from '../../domain/spec.ts';
import { d, de } from '../../messages-design.ts';
import type { AskedElsewhere } from '../../queries/asked-elsewhere.ts';
import { partOf, parts } from './parts.ts';
import type { DesignScene } from './scene.ts';
import { editHref } from './words.ts';

/** What is wrong with a draft, each with a link to where it is mended. */
export function problemsNotice({ t }: RequestContext, { form, shown, compilation }: DesignScene): Html {
  const { problems } = compilation;
  if (problems.length === 0) return notice({ kind: 'success', text: t(d.problems_none) }, t);
  const lines = problems.map(
    ({ place, message, params }) =>
      html`<li>${place !== '' && html`<a href="${editHref(form.id, partOf(place, shown.spec))}">${t(parts[partOf(place, shown.spec)].name)} ${place}</a>: `}${t(message, params)}</li>`,
  );
  return notice(
    {
      kind: 'warning',
      title: t(d.problems, { n: problems.length }),
      text: html`<p>${t(d.problems_what)}</p><ul>${lines}</ul>`,
    },
    t,
  );
}

/** What the form asks again. */
export function elsewhereCard(
  { t }: RequestContext,
  found: readonly AskedElsewhere[],
  units: UnitsOfDay,
): Html {
  if (found.length === 0) return html``;
  const lines = found.map((one) => {
    const { code, name } = one.figure;
    const text =
      one.kind === 'figure'
        ? t(d.elsewhere_figure, {
            code,
            name,
            form: one.form.code,
            owner: units.names.get(one.form.ownerUnitId) ?? '',
          })
        : t(d.elsewhere_similar, { cell: one.cell, name: one.name, code, figure: name });
    return html`<li><a href="/chi-tieu/${code}">${text}</a></li>`;
  });
  return card({
    title: t(d.elsewhere),
    note: String(found.length),
    body: html`<p>${t(d.elsewhere_what)}</p><ul class="design-findings">${lines}</ul>`,
  });
}

export function checksCard({ t, lang }: RequestContext, { checks }: FormSpec): Html {
  return dataTable(
    {
      caption: t(d.checks),
      captionVisible: true,
      columns: [
        { key: 'severity', label: t(de.severity), width: 'fit' },
        { key: 'expr', label: t(de.expr) },
        { key: 'message', label: t(d.message), primary: true },
      ],
      rows: checks.map((check) => ({
        cells: [severityBadge(check.severity, t), html`<code>${check.expr}</code>`, check.message[lang]],
      })),
      empty: html`<p>${t(d.no_checks)}</p>`,
    },
    t,
  );
}

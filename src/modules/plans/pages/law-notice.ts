import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { notice } from '../../../ui/index.ts';
import type { LawFinding, LegalDocument } from '../domain/law.ts';
import { lm } from '../law-messages.ts';

function nameOf(document: LegalDocument): string {
  return `${document.name} (${document.number})`;
}

/** "Pháp lệnh … hết hiệu lực từ ngày 01/7/2023, đã được thay bằng Luật …": one finding in words. */
export function lawFindingText(context: RequestContext, finding: LawFinding): string {
  const { t } = context;
  const { document, why, replacedBy } = finding;
  const said = t(why === 'ended' ? lm.ended : lm.notYet, {
    name: nameOf(document),
    date: formatDate(finding.on),
  });
  const replaced =
    replacedBy.length > 0 ? ` ${t(lm.replaced, { names: replacedBy.map(nameOf).join('; ') })}` : '';
  const doubt = document.status === 'UNCONFIRMED' ? ` ${t(lm.unconfirmed)}` : '';
  return `${said}${replaced} ${t(lm.source, { source: document.source })}${doubt}`;
}

/**
 * Says which cited documents are out of force on the day, each once with the places that cite it; empty when none is.
 * `placeOf` names a place and may link it.
 */
export function lawNotice(
  context: RequestContext,
  findings: readonly LawFinding[],
  placeOf: (path: string) => Html | string,
): Html {
  const { t } = context;
  if (findings.length === 0) return html``;
  const lines = [...Map.groupBy(findings, (finding) => finding.document.number).values()].map((same) => {
    const [first] = same;
    const places = same.map((one, index) => html`${index > 0 && ', '}${placeOf(one.path)}`);
    return html`<li>${first && lawFindingText(context, first)} ${t(lm.citedIn)} ${places}.</li>`;
  });
  return notice({ kind: 'warning', title: t(lm.title), text: html`<ul>${lines}</ul>` }, t);
}

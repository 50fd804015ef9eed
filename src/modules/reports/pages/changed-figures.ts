import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { notice } from '../../../ui/index.ts';
import { sameFigure } from '../../figures/index.ts';
import { m } from '../messages.ts';
import type { ReportReading } from './reading.ts';
import type { ShownReport } from './report.ts';

/** Says which figures of a unit changed since it submitted: what was submitted stays, and a reader should know. */
export function changedFigures(
  { t }: RequestContext,
  { scene, frozen }: ShownReport,
  { day }: ReportReading,
): Html {
  if (frozen === null || scene.material.kind !== 'unit' || day.asOf !== null) return html``;
  const then = new Map(frozen.content.figures.map((figure) => [figure.code, figure.value]));
  const changed = scene.material.material.figures.filter(({ code, value }) => {
    const before = then.get(code);
    if (before === undefined || (before === null && value === null)) return false;
    return before === null || value === null || !sameFigure(before, value);
  });
  if (changed.length === 0) return html``;
  const names = changed.map(({ name }) => name).join('; ');
  return notice({ kind: 'warning', text: t(m.changed_figures, { n: changed.length, names }) }, t);
}

import { attr, type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { fieldId, icon } from '../../../../ui/index.ts';
import type { CompiledCheck, CompiledForm } from '../../domain/compiled.ts';
import type { Severity } from '../../domain/spec.ts';
import { m } from '../../messages-entry.ts';
import { checkText } from './labels.ts';

export interface BrokenLine {
  readonly check: CompiledCheck;
  readonly id: string;
  /** The cell that the line leads to; `undefined` where the page shows none of the check's. */
  readonly first: string | undefined;
  /** Names the control of a cell. */
  nameOf(key: string): string;
  /** Said before the check where the page shows several units. */
  readonly unitName: string;
}

const TITLES = { error: m.checks_errors, warning: m.checks_warnings } as const;

/** All that does not add up, above the table, each line a link to its first cell. Both parts stand there even when empty: they fill while one types. */
export function checkSummary(
  context: RequestContext,
  form: CompiledForm,
  broken: readonly BrokenLine[],
  onlyRow?: string,
): Html {
  const lines = broken.map((line) => ({ ...line, said: checkText(context, form, line.check, onlyRow) }));
  return html`${(['error', 'warning'] as const).map((severity) => part(context, severity, lines))}`;
}

function part(
  context: RequestContext,
  severity: Severity,
  broken: readonly (BrokenLine & { readonly said: string })[],
): Html {
  const those = broken.filter(({ check }) => check.severity === severity);
  const lines = those.map(({ said, ...line }) => {
    const text = line.unitName === '' ? said : `${line.unitName}: ${said}`;
    const { first } = line;
    return html`<li id="${line.id}">${first ? html`<a href="#${fieldId(line.nameOf(first))}">${text}</a>` : text}</li>`;
  });
  return html`<section class="entry-checks entry-${severity}" data-checks="${severity}" aria-label="${context.t(TITLES[severity])}" ${attr('hidden', those.length === 0)}><h2>${icon(severity)}${context.t(TITLES[severity])}</h2><ul>${lines}</ul></section>`;
}

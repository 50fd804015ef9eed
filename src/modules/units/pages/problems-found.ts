import { type Html, html } from '../../../kernel/html.ts';
import type { Message, Translate } from '../../../kernel/i18n.ts';
import { problemTable } from '../../../ui/index.ts';
import type { ImportProblem } from '../domain/import-record.ts';
import { unitLimits } from '../limits.ts';

/** What a file of units or boundaries has against it, the first of many, each with its place. */
export function problemsFound(
  problems: readonly ImportProblem[],
  words: { readonly problems: Message; readonly moreProblems: Message },
  t: Translate,
): Html {
  if (problems.length === 0) return html``;
  const shown = problems.slice(0, unitLimits.import_problems_shown);
  const more = problems.length - shown.length;
  return html`${problemTable(
    {
      caption: t(words.problems),
      problems: shown.map(({ severity, place, message, params }) => ({
        severity,
        place,
        message: t(message, params),
      })),
    },
    t,
  )}${more > 0 && html`<p>${t(words.moreProblems, { count: more })}</p>`}`;
}

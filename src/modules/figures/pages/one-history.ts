import { formatInstant } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { timeline } from '../../../ui/index.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import { directionNames, kindNames, m, rollUpNames } from '../messages.ts';
import { contentWord, enterersWords, type Names, periodWords } from './words.ts';

interface Part {
  readonly label: Message;
  say(figure: FigureDefinition): string;
}

/** What people call each part of a definition, and how it reads. */
function partsOf(context: RequestContext, names: Names): readonly Part[] {
  const { t } = context;
  const yesNo = (is: boolean): string => t(is ? m.yes : m.no);
  const number = (n: number | null): string => (n === null ? '' : t(m.number, { n }));
  return [
    { label: m.col_name, say: ({ name }) => name },
    { label: m.col_measure, say: ({ unitOfMeasure }) => unitOfMeasure },
    { label: m.number_kind, say: ({ numberKind }) => t(kindNames[numberKind]) },
    { label: m.col_numerator, say: ({ numeratorLabel }) => numeratorLabel ?? '' },
    { label: m.col_denominator, say: ({ denominatorLabel }) => denominatorLabel ?? '' },
    { label: m.rate_is_part, say: ({ isPart }) => yesNo(isPart) },
    { label: m.at_most, say: ({ atMost }) => number(atMost) },
    { label: m.content, say: ({ dimension }) => contentWord(dimension, context) },
    { label: m.part, say: ({ subDimension }) => subDimension ?? '' },
    { label: m.owner, say: ({ ownerUnitId }) => names.units.get(ownerUnitId) ?? '' },
    { label: m.col_enters, say: ({ enteredBy }) => enterersWords(enteredBy, names, t) },
    { label: m.col_periods, say: (figure) => periodWords(figure, t) },
    { label: m.cumulative, say: ({ isCumulative }) => yesNo(isCumulative) },
    { label: m.col_roll_up, say: ({ rollUp }) => t(rollUpNames[rollUp]) },
    { label: m.col_direction, say: ({ direction }) => t(directionNames[direction]) },
    { label: m.col_target, say: ({ target }) => number(target) },
    { label: m.evidence_wanted, say: ({ evidenceWanted }) => yesNo(evidenceWanted) },
    { label: m.asked_until, say: ({ askedUntil }) => askedUntil ?? '' },
    { label: m.col_source, say: ({ source }) => source },
    { label: m.col_note, say: ({ note }) => note },
  ];
}

/** What of a definition became different, from what to what. */
export function changesBetween(
  context: RequestContext,
  names: Names,
  before: FigureDefinition,
  after: FigureDefinition,
): Html {
  const { t } = context;
  const changed = partsOf(context, names).filter((part) => part.say(before) !== part.say(after));
  return html`<ul>${changed.map((part) => html`<li>${t(part.label)}: ${t(m.from_to, { before: part.say(before) || t(m.empty_cell), after: part.say(after) || t(m.empty_cell) })}</li>`)}</ul>`;
}

/** Who changed which part from what to what, the latest first. */
export function historyOf(context: RequestContext, past: readonly FigureDefinition[], names: Names): Html {
  const { t } = context;
  const parts = partsOf(context, names);
  const items = past.map((figure, index) => {
    const before = past[index - 1];
    const changed = before ? parts.filter((part) => part.say(before) !== part.say(figure)) : [];
    const lines = before && changesBetween(context, names, before, figure);
    return {
      at: formatInstant(figure.changedAt),
      text: before
        ? t(m.history_changed, { parts: changed.map((part) => t(part.label)).join(', ') })
        : t(m.history_first),
      who: figure.changedBy,
      detail: lines,
    };
  });
  return timeline(items.reverse());
}

import { z } from 'zod';
import { endOfDay, formatDate } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { asOfDay, asOfSchema, onDay } from '../../../kernel/http/as-of.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import { asOfForm, asOfNotice, card, definitionList, linkButton, shell } from '../../../ui/index.ts';
import { subDimension } from '../../papi/index.ts';
import { unitGroups, unitsOfDay } from '../../units/index.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import { figureErrors } from '../errors.ts';
import { directionNames, kindNames, m, rollUpNames } from '../messages.ts';
import { mayDefine } from '../policy.ts';
import { courseOf } from '../queries/course.ts';
import { definitionHistory, definitionsOf } from '../queries/definitions.ts';
import { courseTable } from './one-course.ts';
import { historyOf } from './one-history.ts';
import { contentWord, enterersWords, figureHref, type Names, namesOf, periodWords } from './words.ts';

export const CODE = ':code{[A-Z][A-Z0-9.]+[a-z]?}' as const;

export const one = get({
  path: `/chi-tieu/${CODE}`,
  access: signedIn,
  rate: 'page',
  query: z.object({ ky: z.string().max(10).optional(), as_of: asOfSchema }),
  async handle(context, { params, query }) {
    const { db, t, url, today, actor } = context;
    const asOfOn = asOfDay(query.as_of, today);
    const day = asOfOn ?? today;
    const asOf = asOfOn && endOfDay(asOfOn);
    const definition = (await definitionsOf(db, asOf)).find(({ code }) => code === params.code);
    ensure(definition, figureErrors.not_found);
    const [units, groups] = [await unitsOfDay(db, day), await unitGroups(db)];
    const names = namesOf(groups, units);
    const course = await courseOf(db, actor, definition, { day, asOf, kind: query.ky });
    const past = (await definitionHistory(db, definition.id)).filter(
      ({ changedAt }) => asOf === null || changedAt < asOf,
    );
    const ownerLineage = units.byId.get(definition.ownerUnitId)?.lineage ?? [];
    const mayChange =
      asOf === null && mayDefine(actor, { ownerUnitId: definition.ownerUnitId, ownerLineage });
    return answerPage(
      shell(context, {
        title: definition.name,
        kicker: definition.code,
        active: 'figures',
        breadcrumb: [{ href: onDay(asOfOn, '/chi-tieu'), text: t(m.title) }, { text: definition.code }],
        wide: true,
        ...(mayChange
          ? {
              actions: linkButton({
                href: `${figureHref(definition.code)}/sua`,
                text: t(m.change),
                kind: 'primary',
              }),
            }
          : {}),
        main: html`${asOfNotice({ asOf: asOfOn, url }, t)}${courseTable(context, definition, course, asOfOn)}${card(
          { title: t(m.what), body: facts(context, definition, names) },
        )}${card({ title: t(m.history), body: historyOf(context, past, names) })}${asOfForm({ asOf: asOfOn, url }, t)}`,
      }),
    );
  },
});

function facts(context: RequestContext, figure: FigureDefinition, names: Names): Html {
  const { t, lang } = context;
  const part = figure.subDimension === null ? undefined : subDimension(figure.subDimension);
  const measure =
    figure.decimals === 0
      ? figure.unitOfMeasure
      : t(m.measure_decimals, { measure: figure.unitOfMeasure, n: figure.decimals });
  const bound = (number: number): string =>
    figure.numberKind === 'rate' ? t(m.percent, { n: number }) : t(m.number, { n: number });
  return definitionList([
    { term: t(m.number_kind), value: t(kindNames[figure.numberKind]) },
    { term: t(m.col_measure), value: measure },
    ...(figure.numeratorLabel === null
      ? []
      : [
          { term: t(m.col_numerator), value: figure.numeratorLabel },
          { term: t(m.col_denominator), value: figure.denominatorLabel ?? '' },
          { term: t(m.rate_is_part), value: t(figure.isPart ? m.yes : m.no) },
        ]),
    ...(figure.atMost === null ? [] : [{ term: t(m.at_most), value: t(m.number, { n: figure.atMost }) }]),
    { term: t(m.content), value: contentWord(figure.dimension, context) },
    ...(part ? [{ term: t(m.part), value: `${part.code} ${part[lang]}` }] : []),
    { term: t(m.owner), value: names.units.get(figure.ownerUnitId) ?? '' },
    { term: t(m.col_enters), value: enterersWords(figure.enteredBy, names, t) },
    { term: t(m.col_periods), value: periodWords(figure, t) },
    { term: t(m.cumulative), value: t(figure.isCumulative ? m.yes : m.no) },
    { term: t(m.col_roll_up), value: t(rollUpNames[figure.rollUp]) },
    { term: t(m.col_direction), value: t(directionNames[figure.direction]) },
    ...(figure.target === null ? [] : [{ term: t(m.col_target), value: bound(figure.target) }]),
    { term: t(m.evidence_wanted), value: t(figure.evidenceWanted ? m.yes : m.no) },
    ...(figure.askedUntil === null ? [] : [{ term: t(m.asked_until), value: formatDate(figure.askedUntil) }]),
    ...(figure.source === '' ? [] : [{ term: t(m.col_source), value: figure.source }]),
    ...(figure.note === '' ? [] : [{ term: t(m.col_note), value: figure.note }]),
  ]);
}

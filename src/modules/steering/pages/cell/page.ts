import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../../kernel/http/route.ts';
import { chips, dataTable, emptyState, errorSummary, shell } from '../../../../ui/index.ts';
import { asOfForm, asOfNotice, onSameDay, workTable } from '../../../assignments/index.ts';
import type { ComplianceFact } from '../../../disclosure/index.ts';
import type { OpenFinding } from '../../../inspections/index.ts';
import { askUnit } from '../../commands/ask-unit.ts';
import { appliesOf, levelOf } from '../../domain/cell.ts';
import { shortName } from '../../domain/short-name.ts';
import { levelNames, m } from '../../messages.ts';
import { ma } from '../../messages-ask.ts';
import { COLUMNS } from '../../queries/board.ts';
import { cellFacts } from '../../queries/cell-facts.ts';
import { askTable } from '../ask/table.ts';
import { contentName } from '../ask/words.ts';
import { BOARD } from '../board/reading.ts';
import { problemsOf } from '../problems.ts';
import { askForm, type TypedAsk } from './ask-form.ts';
import { CELL, type CellQuery, type CellView, cellQuery, cellView } from './reading.ts';

const NOT_TYPED: TypedAsk = { values: {}, problems: [] };

export const cell = get({
  path: CELL,
  access: signedIn,
  rate: 'page',
  query: cellQuery,
  handle: (context, { query }) => show(context, query, NOT_TYPED),
});

async function show(context: RequestContext, query: CellQuery, typed: TypedAsk): Promise<Answer> {
  const { t, db, actor } = context;
  const view = await cellView(context, query);
  const { reading, plan, unit, dimension, counts } = view;
  const facts = await cellFacts(db, actor, { reading, planId: plan.id, unitId: unit.id, dimension });
  const { accepted, claimed, overdue } = counts;
  const main = html`${asOfNotice(context, reading)}${errorSummary(typed.problems, t)}${workTable(
    context,
    reading,
    {
      caption: t(ma.work),
      captionVisible: true,
      rows: facts.work,
      hideUnit: true,
      empty: emptyState({ title: t(ma.work_none) }),
    },
  )}<p><a href="${view.listHref}">${t(ma.work_all)}</a></p>${itemTable(context, view, facts.items)}${findingTable(context, view, facts.findings)}${askForm(context, view, facts.asks, typed)}${
    facts.asks.length > 0 && askTable(context, reading, facts.asks, t(m.asks))
  }${otherContents(context, view)}${asOfForm(context, reading)}`;
  return answerPage(
    shell(context, {
      title: `${shortName(unit.name)}: ${contentName(context, dimension)}`,
      active: 'board',
      kicker: `${plan.title} · ${t(m.as_of, { date: formatDate(reading.day.today) })}`,
      lead: t(ma.cell_lead, {
        accepted,
        claimed,
        overdue,
        total: appliesOf(counts),
        level: t(levelNames[levelOf(counts)]),
      }),
      breadcrumb: [
        { href: view.again(`${BOARD}?ke-hoach=${plan.id}`), text: t(m.title) },
        { text: unit.name },
      ],
      wide: true,
      main,
    }),
  );
}

function itemWords({ t }: RequestContext, { state, notSeen, wrong }: ComplianceFact): string {
  if (state === 'removed_early') return t(ma.public_removed);
  if (state === 'late') return t(ma.public_late);
  return notSeen + wrong > 0 ? t(ma.public_seen, { n: notSeen + wrong }) : t(ma.public_soon);
}

function itemTable(context: RequestContext, { reading }: CellView, items: readonly ComplianceFact[]): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(ma.public),
      captionVisible: true,
      columns: [
        { key: 'item', label: t(ma.col_item), primary: true },
        { key: 'state', label: t(ma.col_state), width: 'fit' },
        { key: 'due', label: t(ma.col_due), width: 'fit' },
      ],
      rows: items.map((one) => ({
        href: onSameDay(reading, `/cong-khai/muc/${one.item.id}`),
        cells: [one.item.title, itemWords(context, one), formatDate(one.item.dueOn)],
      })),
      empty: emptyState({ title: t(ma.public_none) }),
    },
    t,
  );
}

function findingTable(
  context: RequestContext,
  { reading }: CellView,
  findings: readonly OpenFinding[],
): Html {
  const { t } = context;
  if (findings.length === 0) return html``;
  return dataTable(
    {
      caption: t(ma.findings),
      captionVisible: true,
      columns: [
        { key: 'finding', label: t(ma.col_finding), primary: true },
        { key: 'state', label: t(ma.col_state), width: 'fit' },
        { key: 'due', label: t(ma.col_due), width: 'fit' },
      ],
      rows: findings.map(({ id, words, state, dueOn }) => ({
        href: onSameDay(reading, `/kiem-tra/ton-tai/${id}`),
        cells: [words, t(ma[`finding_${state}`]), formatDate(dueOn)],
      })),
      empty: html``,
    },
    t,
  );
}

/** The other cells of the unit, with what is overdue in each. */
function otherContents({ t, lang }: RequestContext, { contents, dimension, cell: href }: CellView): Html {
  const items = COLUMNS.filter(({ number }) => contents.has(number)).map(({ number, short }) => ({
    href: href(number),
    text: `${number}. ${short[lang]}`,
    count: contents.get(number)?.overdue ?? 0,
    current: number === dimension,
  }));
  const whole = { href: href(null), text: t(ma.cell_whole), current: dimension === null };
  return chips({ label: t(ma.other_contents), items: [whole, ...items] }, t);
}

const askBody = z.object({
  'ke-hoach': z.uuid(),
  'don-vi': z.uuid(),
  'noi-dung': z.coerce.number().int().min(0).max(8).optional(),
  noi_dung: z.string().trim().min(1).max(4000),
  so_ngay: z.coerce.number().int().min(1).max(30),
});

export const askFromCell = post({
  path: CELL,
  access: signedIn,
  rate: 'write',
  body: askBody,
  async handle(context, tx, { body }) {
    const { id, dueOn } = await askUnit(context, tx, {
      unitId: body['don-vi'],
      planId: body['ke-hoach'],
      dimension: body['noi-dung'] ?? null,
      words: body.noi_dung,
      workingDays: body.so_ngay,
    });
    return redirectTo(`${BOARD}/giai-trinh/${id}`, {
      kind: 'success',
      text: context.t(ma.ask_sent, { date: formatDate(dueOn) }),
    });
  },
  async redisplay(context, _params, rejected) {
    const { error, values } = rejected;
    const asked = cellQuery.safeParse(values);
    if (!asked.success) throw error;
    return show(context, asked.data, { values, problems: problemsOf(rejected) });
  },
});

import { z } from 'zod';
import { formatInstant } from '../../../kernel/dates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { isId } from '../../../kernel/ids.ts';
import {
  button,
  card,
  confirmAction,
  csrfInput,
  dataTable,
  emptyState,
  errorSummary,
  field,
  fixedNumber,
  intervalChart,
  linkButton,
  notice,
  problemOf,
  progressBar,
  selectField,
  shell,
} from '../../../ui/index.ts';
import { cancelSimulation, simulationInput, startSimulation } from '../commands/simulate.ts';
import { papiErrors } from '../errors.ts';
import { papiLimits } from '../limits.ts';
import { m, ranking as r } from '../messages.ts';
import { sim } from '../messages-pages.ts';
import { homeProvince, provinceOf } from '../queries/home-province.ts';
import { yearsOn } from '../queries/results.ts';
import {
  latestSimulations,
  type Simulation,
  type SimulationState,
  simulationById,
} from '../store-simulations.ts';
import { keepersOnly } from './import.ts';
import { citation, INDEX_PATH, RANKING_PATH, SIMULATION_PATH } from './reading.ts';

const STATES: Readonly<Record<SimulationState, Message>> = {
  waiting: sim.waiting,
  running: sim.running,
  done: sim.done,
  cancelled: sim.cancelled_state,
  failed: sim.failed,
};

const isOpen = (one: Simulation): boolean => one.state === 'waiting' || one.state === 'running';

function crumbs({ t }: RequestContext, own?: string) {
  return [
    { href: INDEX_PATH, text: t(m.title) },
    { href: RANKING_PATH, text: t(m.ranking) },
    ...(own === undefined
      ? [{ text: t(sim.title) }]
      : [{ href: SIMULATION_PATH, text: t(sim.title) }, { text: own }]),
  ];
}

async function form(context: RequestContext, rejected?: Rejected): Promise<Html> {
  const { t, db, today, csrf } = context;
  const years = (await yearsOn(db, today)).reverse();
  const typed = (name: string, usual: string): string => {
    const value = rejected?.values[name];
    return typeof value === 'string' ? value : usual;
  };
  const error = (name: string): string | undefined => problemOf(rejected?.problems, name, t);
  return html`<form method="post" action="${SIMULATION_PATH}" class="form" novalidate>${csrfInput(csrf)}${selectField(
    {
      label: t(sim.year),
      name: 'year',
      options: years.map((year) => ({ value: String(year), text: String(year) })),
      value: typed('year', String(years[0] ?? '')),
      error: error('year'),
    },
    t,
  )}${field(
    {
      label: t(sim.draws),
      name: 'draws',
      value: typed('draws', '1000'),
      width: 'short',
      inputmode: 'numeric',
      error: error('draws'),
    },
    t,
  )}${field(
    {
      label: t(sim.assumed),
      name: 'assumedError',
      hint: t(sim.assumed_hint),
      value: typed('assumedError', ''),
      width: 'short',
      optional: true,
      error: error('assumedError'),
    },
    t,
  )}${button({ text: t(sim.start), kind: 'primary' })}</form>`;
}

function runsTable({ t }: RequestContext, runs: readonly Simulation[]): Html {
  return dataTable(
    {
      caption: t(sim.runs),
      captionVisible: true,
      columns: [
        { key: 'year', label: t(sim.year), primary: true },
        { key: 'state', label: t(sim.state) },
        { key: 'asked', label: t(sim.asked) },
        { key: 'by', label: t(sim.by) },
      ],
      rows: runs.map((one) => ({
        href: `${SIMULATION_PATH}/${one.id}`,
        cells: [
          `${one.year}`,
          html`${t(STATES[one.state])}${isOpen(one) && html`: ${t(sim.progress, { done: one.done, draws: one.draws })}`}`,
          formatInstant(one.askedAt),
          one.askedBy,
        ],
      })),
      empty: emptyState({ title: t(sim.none) }),
    },
    t,
  );
}

async function list(context: RequestContext, rejected?: Rejected): Promise<Answer> {
  const { t, db } = context;
  const { error, problems } = rejected ?? {};
  const told =
    error && problems?.length === 0
      ? notice(
          {
            kind: 'error',
            title: error.describe(context.lang).message,
            text: error.describe(context.lang).remedy,
          },
          t,
        )
      : html``;
  return answerPage(
    shell(context, {
      title: t(sim.title),
      active: 'index',
      lead: t(sim.lead),
      breadcrumb: crumbs(context),
      main: html`${problems && errorSummary(problems, t)}${told}${card({ body: await form(context, rejected) })}${runsTable(context, await latestSimulations(db, papiLimits.listed_simulations))}`,
    }),
  );
}

export const simulations = get({
  path: SIMULATION_PATH,
  access: keepersOnly,
  rate: 'page',
  handle: (context) => list(context),
});

export const start = post({
  path: SIMULATION_PATH,
  access: keepersOnly,
  rate: 'write',
  body: simulationInput,
  async handle(context, tx, { body }) {
    const id = await startSimulation(context, tx, body);
    return redirectTo(`${SIMULATION_PATH}/${id}`, { kind: 'success', text: context.t(sim.started) });
  },
  redisplay: (context, _params, rejected) => list(context, rejected),
});

export const simulation = get({
  path: '/chi-so/khoang-hang/:id',
  access: keepersOnly,
  rate: 'page',
  query: z.object({}),
  async handle(context, { params }) {
    const { t, db } = context;
    const one = isId(params.id) ? await simulationById(db, params.id) : null;
    if (!one) throw new AppError(papiErrors.simulation_unknown);
    const title = t(sim.run_title, { year: String(one.year) });
    return answerPage(
      shell(context, {
        title,
        active: 'index',
        lead: t(sim.lead),
        breadcrumb: crumbs(context, title),
        wide: true,
        main: html`${one.result ? await result(context, one, one.result) : progress(context, one)}${citation(context)}`,
      }),
    );
  },
});

function progress({ t, csrf }: RequestContext, one: Simulation): Html {
  const words = html`<p>${t(STATES[one.state])}</p>`;
  if (!isOpen(one)) return card({ body: words });
  const bar = progressBar({
    value: one.done,
    max: one.draws,
    label: t(sim.progress, { done: one.done, draws: one.draws }),
  });
  const stop = confirmAction({
    summary: t(sim.cancel),
    explain: t(sim.progress, { done: one.done, draws: one.draws }),
    action: `${SIMULATION_PATH}/${one.id}/dung`,
    csrf,
    button: t(sim.cancel),
  });
  const again = linkButton({ href: `${SIMULATION_PATH}/${one.id}`, text: t(sim.reload) });
  return card({ body: html`${words}${bar}<div class="buttons">${again}</div>${stop}` });
}

async function result(
  context: RequestContext,
  one: Simulation,
  ranks: NonNullable<Simulation['result']>,
): Promise<Html> {
  const { t, db, lang, today } = context;
  const home = await homeProvince(db, today);
  const assumed =
    one.assumedError !== null &&
    notice({ kind: 'warning', text: t(sim.is_assumed, { error: fixedNumber(one.assumedError, 2, t) }) }, t);
  const chart = intervalChart(
    {
      title: t(sim.run_title, { year: String(one.year) }),
      note: t(sim.progress, { done: one.done, draws: one.draws }),
      rowLabel: t(r.place),
      valueLabel: t(m.rank),
      rangeLabel: t(r.interval),
      moreLabels: [{ label: t(sim.first), align: 'end' }],
      from: 1,
      to: ranks.length,
      rows: [...ranks]
        .sort((a, b) => a.rank - b.rank)
        .map((rank) => ({
          name: provinceOf(rank.code)?.[lang] ?? rank.code,
          value: rank.rank,
          low: rank.best,
          high: rank.worst,
          current: rank.code === home?.code,
          more: [rank.first === 0 ? '–' : t(sim.share, { n: Math.round(rank.first * 1000) / 10 })],
        })),
      empty: emptyState({ title: t(m.no_results) }),
    },
    t,
  );
  return html`${assumed}${chart}`;
}

export const cancel = post({
  path: '/chi-so/khoang-hang/:id/dung',
  access: keepersOnly,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx, { params }) {
    if (!isId(params.id)) throw new AppError(papiErrors.simulation_unknown);
    await cancelSimulation(context, tx, params.id);
    return redirectTo(`${SIMULATION_PATH}/${params.id}`, { kind: 'info', text: context.t(sim.cancelled) });
  },
});

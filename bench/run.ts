import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';
import path from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { query } from '../src/kernel/db/sql.ts';
import { consolidation } from './scenarios/consolidation.ts';
import { deadlineEvening } from './scenarios/deadline-evening.ts';
import { figuresImport } from './scenarios/figures-import.ts';
import { measurePages, type PageResult } from './scenarios/pages.ts';
import { papers as measurePapers } from './scenarios/papers.ts';
import { papi } from './scenarios/papi.ts';
import { planPreview } from './scenarios/plan-preview.ts';
import { measurePortal, PORTAL_CONNECTIONS, type PortalPage, type PortalResult } from './scenarios/portal.ts';
import { saveMonth } from './scenarios/save-month.ts';
import { startUp } from './scenarios/start-up.ts';
import { unitsTree } from './scenarios/units-tree.ts';
import { urgeAll } from './scenarios/urge-all.ts';
import { CONNECTIONS } from './support/load.ts';
import { portalTenant } from './support/portal-tenant.ts';
import { type BenchTenant, benchTenant } from './support/tenant.ts';

const RESULTS = path.resolve(import.meta.dirname, 'results');
const SECONDS = { warm: 3, measured: 8 };

const say = (line: string): void => console.log(line);
const began = performance.now();

function git(...args: string[]): string {
  return spawnSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).stdout?.trim() ?? '';
}

async function machine(bench: BenchTenant): Promise<Record<string, string | number>> {
  const { version } = await bench.tenant.db.one(query({ version: 'text' })`select version() as version`);
  return {
    commit: `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--', 'src', 'db') ? ' with changes' : ''}`,
    product: packageJson.version,
    node: process.version,
    database: version.split(' on ')[0] ?? '',
    system: `${platform()} ${arch()}`,
    processor: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    loadAtStart: loadAtStart,
    loadAtEnd: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}

const loadAtStart = Number((loadavg()[0] ?? 0).toFixed(1));

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headers.map((header, column) =>
    Math.max(header.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [line(headers), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function pageRow(result: PageResult): string[] {
  const { page, bare, aloneMs, sqlMs } = result;
  return [
    result.name,
    String(Math.round(result.bytes / 1024)),
    page.perSecond.toFixed(0),
    String(page.p50Ms),
    String(page.p99Ms),
    (1000 / page.cpuMsEach).toFixed(0),
    bare.perSecond.toFixed(0),
    aloneMs.toFixed(1),
    sqlMs.toFixed(1),
    String(result.statements),
    (aloneMs / sqlMs).toFixed(1),
  ];
}

const PAGE_HEADERS = [
  'page',
  'KB',
  'req/s',
  'p50 ms',
  'p99 ms',
  'per core/s',
  'bare req/s',
  'alone ms',
  'SQL ms',
  'stmts',
  '×SQL',
];

/** A million, as the pages are meant for, takes ten minutes to fill: `node bench/portal.ts`, or this many by the environment. */
const PORTAL_ENTRIES = Number(process.env.BENCH_PORTAL_ENTRIES ?? 50_000);

async function portal(): Promise<PortalResult> {
  const bench = await portalTenant(say, PORTAL_ENTRIES);
  try {
    return await measurePortal(bench, 3, say);
  } finally {
    await bench.close();
  }
}

const portalRow = (page: PortalPage): string[] => [
  page.name,
  String(Math.round(page.bytes / 1024)),
  page.perSecond.toFixed(0),
  page.p99Ms.toFixed(0),
  page.webCpuMs.toFixed(2),
  page.databaseCpuMs.toFixed(2),
  page.bare.toFixed(0),
  page.sqlMs.toFixed(2),
  page.ceiling.toFixed(0),
];

const PORTAL_HEADERS = [
  'citizens’ page',
  'KB',
  'req/s',
  'p99 ms',
  'web ms',
  'db ms',
  'bare req/s',
  'SQL ms',
  'bare+SQL/s',
];

async function main(): Promise<void> {
  say(`start-up: first start with the example, then again`);
  const start = await startUp();
  const evening = await deadlineEvening(say);
  const publicPages = await portal();
  say('filling the tenant');
  const bench = await benchTenant();
  try {
    say(`${bench.filled.assignments.toLocaleString('en-GB')} assignments`);
    const { pages, rssMb } = await measurePages(bench, SECONDS, say);
    const preview = await planPreview(bench);
    const tree = await unitsTree({ db: bench.tenant.db });
    const month = await saveMonth(bench);
    const urging = await urgeAll(bench);
    const figures = await figuresImport(bench);
    const totals = await consolidation(bench);
    const index = await papi(bench);
    const papers = await measurePapers();
    const about = await machine(bench);
    const result = {
      ...about,
      at: new Date().toISOString(),
      connections: CONNECTIONS,
      seconds: SECONDS,
      assignments: bench.filled.assignments,
      pages,
      start,
      evening,
      portal: { entries: PORTAL_ENTRIES, ...publicPages },
      preview,
      tree,
      month,
      urging,
      figures,
      totals,
      index,
      papers,
      rssMb,
    };
    say('');
    for (const [name, value] of Object.entries(about)) say(`${name}: ${value}`);
    say(
      `\nPages: ${CONNECTIONS} connections, ${SECONDS.measured} s after ${SECONDS.warm} s of warm-up; "per core" is by the CPU time of the web process;`,
    );
    say('"bare" is node:http with as many constant bytes; "alone" and "SQL" are medians of one at a time.\n');
    say(table(PAGE_HEADERS, pages.map(pageRow)));
    say(
      `\nCitizens’ pages: ${PORTAL_ENTRIES.toLocaleString('en-GB')} entries, ${PORTAL_CONNECTIONS} connections, web process and database on one core; CPU of each for one answer.\n`,
    );
    say(table(PORTAL_HEADERS, publicPages.pages.map(portalRow)));
    const others: [string, string, string][] = [
      ['search by words, one at a time, p95', `${publicPages.search.p95Ms.toFixed(1)} ms`, '< 50 ms'],
      ...publicPages.visits.map((visit): [string, string, string] => [
        `first visit of ${visit.path.slice(0, 24)} on slow 3G: ${(visit.bytes / 1024).toFixed(1)} KB, ${visit.requests} requests, first paint`,
        `${visit.firstPaintMs.toFixed(0)} ms`,
        '',
      ]),
      ['first start with the example', `${start.firstSeconds.toFixed(1)} s`, ''],
      ['second start (median of 3)', `${start.secondSeconds.toFixed(1)} s`, '< 3 s'],
      [
        `deadline evening: ${evening.sheets.toLocaleString('en-GB')} sheets in ${evening.seconds.toFixed(0)} s, 300 connections, sent p95`,
        `${evening.sendP95Ms.toFixed(0)} ms`,
        '< 500 ms',
      ],
      ['sheets opened meanwhile, p95', `${evening.openP95Ms.toFixed(0)} ms`, '< 500 ms'],
      ['bare node:http at the same pace, p95', `${evening.bareP95Ms.toFixed(1)} ms`, ''],
      ['one sheet’s rows by SQL alone', `${evening.sqlMsEach.toFixed(1)} ms`, ''],
      ['sheets or values lost', `${evening.sheets - evening.complete + evening.refused}`, '0'],
      [
        `preview of ${preview.rows.toLocaleString('en-GB')} rows (.xlsx, first)`,
        `${preview.firstMs.toFixed(0)} ms`,
        '< 3,000 ms',
      ],
      [tree.name, `${tree.ours.toFixed(1)} ms`, '< 50 ms'],
      ['the same, its SQL alone', `${tree.ceiling.toFixed(1)} ms`, ''],
      [`a month of ${month.rows} rows saved together`, `${month.saveMs.toFixed(0)} ms`, ''],
      ['the same writes by SQL alone', `${month.bareMs.toFixed(0)} ms`, ''],
      [
        `urging ${urging.units} units, ${urging.items.toLocaleString('en-GB')} assignments in one go`,
        `${urging.sendMs.toFixed(0)} ms`,
        '< 5,000 ms',
      ],
      ['the same writes by SQL alone', `${urging.bareMs.toFixed(0)} ms`, ''],
      [
        `${figures.rows.toLocaleString('en-GB')} figures imported from a file, fully checked`,
        `${(figures.firstMs / 1000).toFixed(1)} s`,
        '< 20 s',
      ],
      ['the same cells imported with other numbers', `${(figures.changedMs / 1000).toFixed(1)} s`, '< 20 s'],
      ['the same rows inserted by SQL alone', `${(figures.bareMs / 1000).toFixed(1)} s`, ''],
      [
        `${figures.totals.toLocaleString('en-GB')} totals over them`,
        `${figures.totalsMs.toFixed(0)} ms`,
        '< 200 ms',
      ],
      [
        `both roll-ups of ${totals.units} units × ${totals.figures} figures × ${totals.periods} months`,
        `${totals.oursMs.toFixed(0)} ms`,
        '< 200 ms',
      ],
      ['the same rows only added up, by SQL alone', `${totals.bareMs.toFixed(0)} ms`, ''],
      [
        `${index.values.toLocaleString('en-GB')} scores of PAPI, 63 provinces in 14 years, imported from a list`,
        `${(index.importMs / 1000).toFixed(1)} s`,
        '< 5 s',
      ],
      ['what a province’s page is made from, over them', `${index.viewMs.toFixed(1)} ms`, '< 50 ms'],
      [
        'ranks of 104 units × 120 indicators drawn 1,000 times in a thread',
        `${(index.drawsMs / 1000).toFixed(1)} s`,
        '< 10 s',
      ],
      [
        `PDF of ${papers.bodyPages} pages and an annex of ${papers.rows} rows (first)`,
        `${papers.pdf.medianMs.toFixed(0)} ms (${papers.pdf.firstMs.toFixed(0)} ms)`,
        '< 1,000 ms',
      ],
      ['the same words, Typst alone', `${papers.pdf.bareMs.toFixed(0)} ms`, ''],
      [
        'the same as a Word file (first)',
        `${papers.docx.medianMs.toFixed(0)} ms (${papers.docx.firstMs.toFixed(0)} ms)`,
        '< 1,000 ms',
      ],
      ['its parts only packed', `${papers.docx.bareMs.toFixed(0)} ms`, ''],
      ['longest wait of other requests meanwhile', `${papers.heldMs.toFixed(0)} ms`, ''],
      ['memory of the web process after load (RSS)', `${rssMb.toFixed(0)} MB`, ''],
    ];
    say(`\n${table(['other', 'measured', 'aim'], others)}`);
    say(`\nin ${((performance.now() - began) / 1000).toFixed(0)} s`);
    mkdirSync(RESULTS, { recursive: true });
    const text = `${JSON.stringify(result, null, 2)}\n`;
    const day = new Date().toISOString().slice(0, 10);
    // A part of the pages is for looking into, not for the record.
    const names = process.env.BENCH_ONLY
      ? []
      : [`${day}-${git('rev-parse', '--short', 'HEAD')}.json`, 'latest.json'];
    for (const name of names) writeFileSync(path.join(RESULTS, name), text);
  } finally {
    await bench.close();
  }
}

await main();

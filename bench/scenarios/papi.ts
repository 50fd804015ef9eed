import { Buffer } from 'node:buffer';
import { readShippedScores } from '../../reference/papi/index.ts';
import { systemActor } from '../../src/kernel/authz.ts';
import { writeOpenCsv } from '../../src/kernel/documents/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { CITATION, importResults, placeView } from '../../src/modules/papi/index.ts';
// Past the room's door: the bench measures the thread alone, without its queue.
import { drawInThread } from '../../src/modules/papi/simulation/draw.ts';
import { medianMs } from '../support/load.ts';
import type { Served } from '../support/process.ts';
import type { BenchTenant } from '../support/tenant.ts';

const SHAPE = { units: 104, indicators: 120, draws: 1_000 } as const;

export interface PapiResult {
  readonly values: number;
  /** 63 provinces in 14 years, from the bytes of a list to the commit. */
  readonly importMs: number;
  /** What a province's page is made from, over 14 years of imported results; median. */
  readonly viewMs: number;
  /** The whole page, asked for alone over HTTP; median. `null` where no server was given. */
  readonly pageMs: number | null;
  /** 120 indicators of 104 units drawn 1,000 times in a thread. */
  readonly drawsMs: number;
}

/** Every published score as one list with a value a row. */
function allScores(): { bytes: Uint8Array; values: number } {
  const rows = readShippedScores().flatMap(({ keys: [year = '', place = ''], values }) =>
    [...values].map(([code, value]) => [year, place, code, String(value)]),
  );
  return {
    bytes: Buffer.from(writeOpenCsv(['year', 'province_code', 'part', 'value'], rows)),
    values: rows.length,
  };
}

/** Import of all years, a province's page over them, and ranks drawn from standard errors. */
export async function papi(
  bench: Pick<BenchTenant, 'tenant'>,
  web?: { served: Served; cookie: string },
): Promise<PapiResult> {
  const { db, clock } = bench.tenant;
  const { bytes, values } = allScores();
  const context = { actor: systemActor, now: clock.now(), requestId: newId() };
  const choices = { level: 'province', isOfficial: true, source: CITATION } as const;
  let started = performance.now();
  await db.transaction((tx) => importResults(context, tx, { fileName: 'papi.csv', bytes, ...choices }));
  const importMs = performance.now() - started;
  const viewMs = await medianMs(() => placeView(db, { place: '33', day: clock.today() }), 1_000);
  const pageMs = web
    ? await medianMs(async () => {
        const page = await fetch(`${web.served.url}/chi-so/tinh/33`, { headers: { cookie: web.cookie } });
        if (page.status !== 200) throw new Error(`the page answered ${page.status}`);
        await page.arrayBuffer();
      }, 2_000)
    : null;
  const units = Array.from({ length: SHAPE.units }, (_, unit) => ({
    code: String(unit),
    constant: 0,
    terms: Array.from({ length: SHAPE.indicators }, (__, term) => ({
      value: 0.3 + ((unit * 7 + term * 13) % 40) / 100,
      standardError: 0.02,
      weight: 0.5,
      min: 0,
      max: 1,
    })),
  }));
  started = performance.now();
  const ranks = await drawInThread({ units, draws: SHAPE.draws, seed: 20_240_624 }, async () => true);
  if (ranks?.length !== SHAPE.units) throw new Error('the draws were lost');
  return { values, importMs, viewMs, pageMs, drawsMs: performance.now() - started };
}

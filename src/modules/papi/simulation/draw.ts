import { Worker } from 'node:worker_threads';
import type { DrawnRank } from '../domain/bootstrap.ts';
import { papiLimits } from '../limits.ts';
import type { DrawAnswer, DrawOrder } from './worker.ts';

/**
 * Draws ranks in a thread of its own, so that pages are answered meanwhile. `proceed` is told how many draws are done and stops the
 * work by answering false; then the answer is `null`. Throws when the thread fails or takes too long.
 */
export async function drawInThread(
  order: DrawOrder,
  proceed: (done: number) => Promise<boolean>,
): Promise<DrawnRank[] | null> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: papiLimits.simulation_megabytes },
  });
  const { promise, resolve, reject } = Promise.withResolvers<DrawnRank[] | null>();
  const timer = setTimeout(
    () => reject(new Error('the simulation took too long')),
    papiLimits.simulation_seconds * 1000,
  );
  let asked = Promise.resolve();
  worker.on('message', (answer: DrawAnswer) => {
    if ('ranks' in answer) {
      resolve(answer.ranks);
      return;
    }
    // One question at a time, in order: a slow database is not flooded.
    asked = asked.then(async () => {
      if (!(await proceed(answer.done))) worker.postMessage('stop');
    });
    asked.catch(reject);
  });
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`the simulation's thread ended with ${code}`)));
  try {
    const ranks = await promise;
    await asked;
    return ranks;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

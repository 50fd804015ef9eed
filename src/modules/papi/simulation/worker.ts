import { parentPort, workerData } from 'node:worker_threads';
import { type DrawnRank, type DrawnUnit, drawRanks } from '../domain/bootstrap.ts';

export interface DrawOrder {
  readonly units: readonly DrawnUnit[];
  readonly draws: number;
  readonly seed: number;
}

/** What the thread says: how far it is, and at the end the ranks (`null` when it was stopped). */
export type DrawAnswer = { readonly done: number } | { readonly ranks: DrawnRank[] | null };

let isStopped = false;
const port = parentPort;
port?.on('message', () => {
  isStopped = true;
});

const order = workerData as DrawOrder;
const ranks = await drawRanks(order.units, {
  draws: order.draws,
  seed: order.seed,
  async proceed(done) {
    port?.postMessage({ done } satisfies DrawAnswer);
    // Lets a message to stop come in.
    await new Promise((resolve) => setImmediate(resolve));
    return !isStopped;
  },
});
port?.postMessage({ ranks } satisfies DrawAnswer);
port?.close();

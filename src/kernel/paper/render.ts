import { Worker } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import { paperErrors } from './errors.ts';
import { paperLimits } from './limits.ts';
import type { Block, Paper, Words } from './model.ts';
import type { PaperFormat, RenderAnswer, RenderOrder } from './render-order.ts';

function lengthOf(words: Words): number {
  return typeof words === 'string' ? words.length : words.reduce((sum, run) => sum + run.text.length, 0);
}

function measured(blocks: readonly Block[]): { cells: number; characters: number } {
  const size = { cells: 0, characters: 0 };
  for (const block of blocks) {
    if (block.kind !== 'table') {
      size.characters += lengthOf(block.words);
      continue;
    }
    for (const row of [...block.header, ...block.rows]) {
      size.cells += row.length;
      for (const cell of row) size.characters += lengthOf(cell.words);
    }
  }
  return size;
}

/** Throws `paper.too_many_blocks`, `paper.too_many_cells` or `paper.too_long`. */
export function checkSize(paper: Paper): void {
  const all = [paper.body, ...paper.annexes.map((annex) => annex.blocks)];
  const blocks = all.reduce((sum, part) => sum + part.length, 0);
  const sizes = all.map(measured);
  const cells = sizes.reduce((sum, part) => sum + part.cells, 0);
  const characters = sizes.reduce((sum, part) => sum + part.characters, 0);
  const checks = [
    [blocks, paperLimits.blocks, paperErrors.too_many_blocks],
    [cells, paperLimits.cells, paperErrors.too_many_cells],
    [characters, paperLimits.characters, paperErrors.too_long],
  ] as const;
  for (const [count, limit, type] of checks) if (count > limit) throw new AppError(type, { count, limit });
}

interface Waiting {
  readonly order: RenderOrder;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** One thread, one paper at a time; a thread that takes too long or dies is replaced by a new one. */
export class Renderer {
  readonly #seconds: number;
  readonly #queue: Waiting[] = [];
  #worker: Worker | undefined;
  #current: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** `seconds` is how long one paper may take. */
  constructor(seconds: number = paperLimits.render_seconds) {
    this.#seconds = seconds;
  }

  render(order: RenderOrder): Promise<Uint8Array> {
    if (this.#queue.length >= paperLimits.waiting)
      return Promise.reject(new AppError(paperErrors.busy, { count: this.#queue.length }));
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    this.#queue.push({ order, resolve, reject });
    this.#next();
    return promise;
  }

  #next(): void {
    if (this.#current !== undefined) return;
    this.#current = this.#queue.shift();
    if (this.#current === undefined) return;
    this.#worker ??= this.#start();
    const worker = this.#worker;
    // A process may end while the thread only waits, not while it works.
    worker.ref();
    const seconds = this.#seconds;
    this.#timer = setTimeout(
      () => this.#stop(new AppError(paperErrors.too_slow, { seconds })),
      seconds * 1000,
    );
    worker.postMessage(this.#current.order);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./render-thread.ts', import.meta.url));
    // What a stopped thread still says is about a paper that has been given up.
    worker.on('message', (answer: RenderAnswer) => {
      if (this.#worker === worker) this.#answered(answer);
    });
    worker.on('error', (error: Error) => {
      if (this.#worker === worker) this.#stop(error);
    });
    return worker;
  }

  #answered(answer: RenderAnswer): void {
    this.#worker?.unref();
    const { resolve, reject } = this.#taken();
    if ('bytes' in answer) resolve(answer.bytes);
    else if ('failure' in answer) reject(new Error(answer.failure));
    else reject(new AppError(paperErrors.pdf_unavailable));
    this.#next();
  }

  /** Ends the thread with the paper it works on; the next paper gets a new one. */
  #stop(error: Error): void {
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.unref();
    void worker?.terminate();
    this.#taken().reject(error);
    this.#next();
  }

  #taken(): Pick<Waiting, 'resolve' | 'reject'> {
    clearTimeout(this.#timer);
    const taken = this.#current;
    this.#current = undefined;
    return taken ?? { resolve: () => undefined, reject: () => undefined };
  }
}

const renderer = new Renderer();

/** A paper as a file of this format. Throws what `renderDocx` and `renderPdf` throw. */
export async function renderPaper(paper: Paper, format: PaperFormat): Promise<Uint8Array> {
  checkSize(paper);
  return renderer.render({ paper, format, at: new Date() });
}

/** A Word file to go on working with. Throws `paper.too_many_blocks` and its like, `paper.too_slow`, `paper.busy`. */
export function renderDocx(paper: Paper): Promise<Uint8Array> {
  return renderPaper(paper, 'docx');
}

/** A PDF to read, print and keep. Throws besides `paper.pdf_unavailable` where the platform has no compiler. */
export function renderPdf(paper: Paper): Promise<Uint8Array> {
  return renderPaper(paper, 'pdf');
}

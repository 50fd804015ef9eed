import { type ChildProcess, fork } from 'node:child_process';
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
      size.characters += lengthOf(block.words) + (block.kind === 'code' ? block.content.length : 0);
      continue;
    }
    for (const row of [...block.header, ...block.rows]) {
      size.cells += row.length;
      for (const cell of row) size.characters += lengthOf(cell.words);
    }
  }
  return size;
}

/** Cells and characters of a paper. Throws `paper.too_many_blocks`, `paper.too_many_cells` or `paper.too_long`. */
function sizeOf(paper: Paper): { cells: number; characters: number } {
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
  return { cells, characters };
}

interface Waiting {
  readonly order: RenderOrder;
  readonly isLarge: boolean;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** A process that produced as much as this holds hundreds of megabytes, which only its end gives back. */
const LARGE = { cells: 8_000, characters: 1_000_000 } as const;

/**
 * One process of its own, one paper at a time: other requests go on meanwhile, and neither a paper that takes too long nor
 * a fault in the compiler ends the program. It is let go after a large paper and when nobody wants one for a while.
 */
export class Renderer {
  readonly #seconds: number;
  readonly #queue: Waiting[] = [];
  #process: ChildProcess | undefined;
  #current: Waiting | undefined;
  #tooSlow: NodeJS.Timeout | undefined;
  #idle: NodeJS.Timeout | undefined;

  /** `seconds` is how long one paper may take. */
  constructor(seconds: number = paperLimits.render_seconds) {
    this.#seconds = seconds;
  }

  /** Throws besides the errors of its size `paper.busy`, `paper.too_slow` and `paper.pdf_unavailable`. */
  async render(order: RenderOrder): Promise<Uint8Array> {
    const { cells, characters } = sizeOf(order.paper);
    const count = this.#queue.length;
    if (count >= paperLimits.waiting) throw new AppError(paperErrors.busy, { count });
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const isLarge = cells > LARGE.cells || characters > LARGE.characters;
    this.#queue.push({ order, isLarge, resolve, reject });
    this.#next();
    return promise;
  }

  #next(): void {
    if (this.#current !== undefined) return;
    this.#current = this.#queue.shift();
    if (this.#current === undefined) return;
    clearTimeout(this.#idle);
    this.#process ??= this.#start();
    keepAlive(this.#process, true);
    const seconds = this.#seconds;
    this.#tooSlow = setTimeout(() => {
      this.#process?.kill('SIGKILL');
      this.#ended(new AppError(paperErrors.too_slow, { seconds }));
    }, seconds * 1000);
    this.#process.send(this.#current.order);
  }

  #start(): ChildProcess {
    const started = fork(new URL('./render-process.ts', import.meta.url), { serialization: 'advanced' });
    // What is heard of a process that was let go is about a paper that has been answered.
    const ifCurrent = (work: () => void) => () => {
      if (this.#process === started) work();
    };
    started.on('message', (answer: RenderAnswer) => ifCurrent(() => this.#answered(answer))());
    started.on('error', (error) => ifCurrent(() => this.#ended(error))());
    started.on(
      'exit',
      ifCurrent(() => this.#ended(new Error('the process that produces papers ended'))),
    );
    return started;
  }

  #answered(answer: RenderAnswer): void {
    const taken = this.#taken();
    if (taken?.isLarge) this.#letGo();
    else if (this.#process) {
      keepAlive(this.#process, false);
      this.#idle = setTimeout(() => this.#letGo(), paperLimits.idle_minutes * 60_000).unref();
    }
    if ('bytes' in answer) taken?.resolve(answer.bytes);
    else if ('failure' in answer) taken?.reject(new Error(answer.failure));
    else taken?.reject(new AppError(paperErrors.pdf_unavailable));
    this.#next();
  }

  #letGo(): void {
    const process = this.#process;
    this.#process = undefined;
    if (process?.connected) process.disconnect();
  }

  /** The process is gone with the paper it worked on; the next paper gets a new one. */
  #ended(error: Error): void {
    this.#process = undefined;
    this.#taken()?.reject(error);
    this.#next();
  }

  #taken(): Waiting | undefined {
    clearTimeout(this.#tooSlow);
    const taken = this.#current;
    this.#current = undefined;
    return taken;
  }
}

/** The program may end while the process only waits, not while it works. */
function keepAlive(process: ChildProcess, isWorking: boolean): void {
  if (isWorking) {
    process.ref();
    process.channel?.ref();
  } else {
    process.unref();
    process.channel?.unref();
  }
}

const renderer = new Renderer();

/** A paper as a file of this format. Throws what `renderDocx` and `renderPdf` throw. */
export function renderPaper(paper: Paper, format: PaperFormat): Promise<Uint8Array> {
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

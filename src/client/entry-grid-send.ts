import type { EntryData, EntryOutcome, EntrySave, EntrySaved } from '../modules/forms/domain/entry-data.ts';
import type { Field } from './entry-grid-field.ts';
import type { KeptCells } from './entry-grid-kept.ts';

/** Pause after the last key, so that a number is sent whole. */
const PAUSE_MS = 700;
/** A line that gives no answer for so long is taken for lost. */
const PATIENCE_MS = 20_000;
const RETRIES_MS = [2_000, 5_000, 10_000, 20_000, 30_000] as const;

type Answer =
  | { readonly kind: 'told'; readonly saved: EntrySaved }
  | { readonly kind: 'later' }
  | { readonly kind: 'refused' };

/** What the page says of saving as a whole. */
export interface Told {
  readonly saved: EntrySaved | null;
  readonly isRefused: boolean;
}

interface Sent {
  readonly field: Field;
  readonly edits: number;
}

/** Sends what was typed, one request at a time, and tries again when the line is lost. */
export class Sender {
  readonly #data: EntryData;
  readonly #fields: ReadonlyMap<string, Field>;
  readonly #kept: KeptCells | null;
  readonly #tell: (told: Told) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isBusy = false;
  #isResting = false;
  #request: AbortController | null = null;
  #failures = 0;

  constructor(
    data: EntryData,
    fields: ReadonlyMap<string, Field>,
    kept: KeptCells | null,
    tell: (told: Told) => void,
  ) {
    this.#data = data;
    this.#fields = fields;
    this.#kept = kept;
    this.#tell = tell;
  }

  soon(pause: number = PAUSE_MS): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), pause);
  }

  /**
   * A page that is left, or kept by the browser for going back, sends nothing: not when it is hidden, nor when a pause ends. What is
   * on its way is given up; without an answer it stays kept, and the server knows a value that it has already.
   */
  rest(): void {
    this.#isResting = true;
    clearTimeout(this.#timer);
    this.#request?.abort();
  }

  wake(): void {
    this.#isResting = false;
    this.soon(0);
  }

  async now(): Promise<void> {
    clearTimeout(this.#timer);
    // Whoever is sending looks again when it is done.
    if (this.#isBusy || this.#isResting) return;
    const sent = this.#toSend();
    if (sent.length === 0) return;
    this.#isBusy = true;
    for (const { field } of sent) field.paint('saving');
    this.#tell({ saved: null, isRefused: false });
    const answer = await this.#put(sent);
    this.#isBusy = false;
    if (answer.kind === 'told') return this.#settle(sent, answer.saved);
    for (const { field } of sent) if (field.state === 'saving') field.paint('waiting');
    this.#tell({ saved: null, isRefused: answer.kind === 'refused' });
    if (answer.kind === 'later') {
      this.soon(RETRIES_MS[Math.min(this.#failures, RETRIES_MS.length - 1)]);
      this.#failures += 1;
    }
  }

  /** A part of a rate that waits for the other goes along as soon as the other is there. */
  #toSend(): Sent[] {
    const all = [...this.#fields.values()];
    const due = all.filter((field) => field.state === 'typed' || field.state === 'waiting');
    const partners = all.filter(
      (field) => field.state === 'half' && due.some((one) => areOneFigure(one, field)),
    );
    return [...due, ...partners].map((field) => ({ field, edits: field.edits }));
  }

  async #put(sent: readonly Sent[]): Promise<Answer> {
    const save: EntrySave = {
      cells: sent.map(({ field: { unitId, cell, value, revision } }) => ({
        unitId,
        key: cell.key,
        value,
        revision,
      })),
    };
    const body = JSON.stringify(save);
    const request = new AbortController();
    this.#request = request;
    const patience = setTimeout(() => request.abort(), PATIENCE_MS);
    try {
      const response = await fetch(this.#data.saveTo, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'x-csrf-token': this.#data.csrf },
        body,
        signal: request.signal,
      });
      if (response.headers.get('content-type')?.startsWith('application/json'))
        return { kind: 'told', saved: (await response.json()) as EntrySaved };
      // Words for people: the session has ended, or the server is busy.
      return { kind: response.status === 429 || response.status >= 500 ? 'later' : 'refused' };
    } catch {
      return { kind: 'later' };
    } finally {
      clearTimeout(patience);
    }
  }

  #settle(sent: readonly Sent[], saved: EntrySaved): void {
    this.#failures = 0;
    saved.cells.forEach((outcome, index) => {
      const one = sent[index];
      if (one) this.#settleOne(one, outcome);
    });
    for (const sheet of saved.sheets)
      for (const [key, { value, revision }] of Object.entries(sheet.cells))
        this.#fields.get(`${sheet.unitId} ${key}`)?.take(value, revision);
    this.#tell({ saved, isRefused: false });
    if (this.#toSend().length > 0) this.soon();
  }

  #settleOne({ field, edits }: Sent, outcome: EntryOutcome): void {
    const isTypedSince = field.edits !== edits;
    switch (outcome.outcome) {
      case 'saved':
      case 'unchanged':
        for (const other of this.#fields.values())
          if (other === field || areOneFigure(other, field)) other.revision = outcome.revision;
        if (!isTypedSince) field.paint('saved');
        this.#keep(field, !isTypedSince);
        return;
      case 'waiting':
        if (!isTypedSince) field.paint('half');
        return;
      case 'conflict':
        field.paint('conflict', field.said(outcome));
        field.conflict = outcome;
        return;
      case 'problem':
        if (!isTypedSince) field.paint('wrong', outcome.message);
    }
  }

  #keep({ unitId, cell, control, revision }: Field, isSaved: boolean): void {
    this.#kept
      ?.put({ unitId, key: cell.key, typed: control.value, revision, isSaved })
      .catch(() => undefined);
  }
}

/** Both parts of one rate: they share a revision. */
function areOneFigure(a: Field, b: Field): boolean {
  return a.unitId === b.unitId && a.cell.figure !== null && a.cell.figure.id === b.cell.figure?.id;
}

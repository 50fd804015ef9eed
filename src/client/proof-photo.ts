import { type KeptProof, KeptProofs } from './proof-photo-kept.ts';
import { shrink } from './proof-photo-shrink.ts';

/** A line that gives no answer for so long is taken for lost: 300 KB at 4 KB/s. */
const PATIENCE_MS = 90_000;
const RETRIES_MS = [2_000, 5_000, 10_000, 20_000, 30_000] as const;

type Answer =
  | { readonly kind: 'received'; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'sign_in' }
  | { readonly kind: 'later' };

/** Several of them on one page send one after another. */
let line: Promise<unknown> = Promise.resolve();

/**
 * Sends a photo from a phone on a slow line: makes it small, keeps it in this browser first, sends it until the server has it, and goes on
 * after a reload. Without this program the form inside is a plain upload.
 */
class ProofPhoto extends HTMLElement {
  #kept: KeptProofs | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isBusy = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#take(form);
    });
    addEventListener('online', () => this.#soon(0));
    this.#begin().catch(() => undefined);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  get #person(): string {
    return this.dataset.person ?? '';
  }

  #say(text: string | undefined, state: string): void {
    const told = this.querySelector<HTMLElement>('.proof-state');
    if (!told) return;
    told.hidden = false;
    told.textContent = text ?? '';
    told.dataset.state = state;
  }

  async #begin(): Promise<void> {
    this.#kept = await KeptProofs.open(this.#person);
    if ((await this.#mine()).length > 0) await this.#send();
  }

  /** What this element looks after: its own form's, or everything where it stands without a form. */
  async #mine(): Promise<KeptProof[]> {
    const all = (await this.#kept?.all()) ?? [];
    const form = this.querySelector('form');
    if (!form) return all;
    const act = form.querySelector<HTMLInputElement>('input[name="viec"]')?.value;
    return all.filter(
      ({ action, fields }) =>
        action === form.action && fields.some(([name, value]) => name === 'viec' && value === act),
    );
  }

  async #take(form: HTMLFormElement): Promise<void> {
    if (this.#isBusy) return;
    const data = new FormData(form);
    const chosen = data.get('anh');
    const file = chosen instanceof File && chosen.size > 0 ? chosen : null;
    const needsPhoto = data.get('viec') === 'treo';
    if (needsPhoto && !file) return this.#say(this.dataset.photoNeeded, 'refused');
    this.#isBusy = true;
    this.#say(this.dataset.making, 'making');
    const photo = file && (await shrink(file));
    const fields = [...data].flatMap(([name, value]) =>
      typeof value === 'string' && name !== '_csrf' ? [[name, value] as const] : [],
    );
    const proof: KeptProof = {
      key: String(data.get('khoa') ?? ''),
      person: this.#person,
      action: form.action,
      fields,
      photo,
      name: file && photo !== file ? file.name.replace(/\.[^.]*$/, '.jpg') : (file?.name ?? ''),
    };
    this.#isBusy = false;
    try {
      this.#kept ??= await KeptProofs.open(this.#person);
      await this.#kept.put(proof);
    } catch {
      // A browser that keeps nothing sends the plain form.
      form.submit();
      return;
    }
    for (const control of form.querySelectorAll('button')) control.disabled = true;
    await this.#send();
  }

  #soon(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), pause);
  }

  async #send(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    const before = line;
    let release: () => void = () => undefined;
    line = new Promise<void>((resolve) => {
      release = resolve;
    });
    await before;
    try {
      await this.#sendAll();
    } finally {
      release();
      this.#isBusy = false;
    }
  }

  async #sendAll(): Promise<void> {
    for (const proof of await this.#mine()) {
      this.#say(this.dataset.sending, 'sending');
      const answer = await this.#post(proof);
      if (answer.kind === 'later') {
        this.#say(this.dataset.waiting, 'waiting');
        this.#soon(RETRIES_MS[Math.min(this.#failures, RETRIES_MS.length - 1)] ?? 0);
        this.#failures += 1;
        return;
      }
      if (answer.kind === 'sign_in') return this.#say(this.dataset.signIn, 'waiting');
      this.#failures = 0;
      await this.#kept?.drop(proof);
      if (answer.kind === 'received') this.#received(answer.text, proof);
      else {
        this.#say((this.dataset.refused ?? '…').replace('…', answer.text), 'refused');
        for (const control of this.querySelectorAll('button')) control.disabled = false;
      }
    }
  }

  /** Its form, or its line in a list, waits for nothing more. */
  #received(text: string, { action, fields }: KeptProof): void {
    this.#say(text, 'received');
    const form = this.querySelector('form');
    if (form) form.hidden = true;
    const place = fields.find(([name]) => name === 'diem')?.[1] ?? '';
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.phone-list a'))
      if (link.href === `${action}?diem=${place}`) link.closest('li')?.remove();
  }

  async #post({ action, fields, photo, name }: KeptProof): Promise<Answer> {
    const body = new FormData();
    for (const [field, value] of fields) body.append(field, value);
    if (photo) body.append('anh', photo, name);
    try {
      const response = await fetch(action, {
        method: 'POST',
        body,
        headers: { accept: 'application/json', 'x-csrf-token': this.dataset.csrf ?? '' },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const { status } = response;
      if (status === 429 || status >= 500) return { kind: 'later' };
      if (response.headers.get('content-type')?.startsWith('application/json')) {
        const { text } = (await response.json()) as { text: string };
        return { kind: response.ok ? 'received' : 'refused', text };
      }
      return status === 401 || status === 403
        ? { kind: 'sign_in' }
        : { kind: 'refused', text: String(status) };
    } catch {
      return { kind: 'later' };
    }
  }
}

customElements.define('proof-photo', ProofPhoto);

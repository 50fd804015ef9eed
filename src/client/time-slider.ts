/**
 * Turns the list of days into a slider that steps and plays. Each day is the page's own answer for it: the parts that change with the
 * day are exchanged, the address follows. Without this program the form and the links do the same.
 */
const PLAY_MS = 1200;

class TimeSlider extends HTMLElement {
  #pages = new Map<string, Promise<Document>>();
  #wanted = 0;
  #playing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const run = this.querySelector<HTMLElement>('.slide-run');
    if (!run || !this.#range || this.#days.length < 2) return;
    run.hidden = false;
    const form = this.querySelector('form');
    if (form) form.hidden = true;
    this.#range.addEventListener('input', () => {
      this.#stop();
      this.#say();
    });
    this.#range.addEventListener('change', () => this.#show());
    const play = this.#button;
    if (!play) return;
    play.hidden = matchMedia('(prefers-reduced-motion: reduce)').matches;
    play.addEventListener('click', () => (this.#playing ? this.#stop() : this.#play()));
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  get #range(): HTMLInputElement | null {
    return this.querySelector('input[type="range"]');
  }

  get #button(): HTMLButtonElement | null {
    return this.querySelector('.slide-run button');
  }

  get #days(): HTMLOptionElement[] {
    return [...this.querySelectorAll('option')];
  }

  get #at(): number {
    return Number(this.#range?.value);
  }

  /** The address of the page on a day, with all that the form keeps. */
  #address(day: HTMLOptionElement): string {
    const url = new URL(location.href);
    const name = day.closest('select')?.name ?? '';
    url.searchParams.delete('lang');
    url.searchParams.delete('sau');
    if (day === this.#days.at(-1)) url.searchParams.delete(name);
    else url.searchParams.set(name, day.value);
    return url.pathname + url.search;
  }

  #page(address: string): Promise<Document> {
    const known = this.#pages.get(address);
    if (known) return known;
    const page = fetch(address).then(async (answer) => {
      if (!answer.ok || answer.redirected) throw new Error('not this page');
      return new DOMParser().parseFromString(await answer.text(), 'text/html');
    });
    this.#pages.set(address, page);
    return page;
  }

  #say(): void {
    const day = this.#days[this.#at];
    const output = this.querySelector('output');
    if (!day || !output) return;
    output.textContent = (output.textContent ?? '').replace(/\d+\/\d+\/\d+/, day.text);
    this.#range?.setAttribute('aria-valuetext', day.text);
  }

  async #show(): Promise<void> {
    const day = this.#days[this.#at];
    if (!day) return;
    const wanted = ++this.#wanted;
    const address = this.#address(day);
    this.#say();
    try {
      const page = await this.#page(address);
      // A later day was asked for meanwhile.
      if (wanted !== this.#wanted) return;
      for (const id of (this.dataset.changes ?? '').split(' ')) {
        const old = document.getElementById(id);
        const fresh = page.getElementById(id);
        if (old && fresh) old.replaceWith(document.importNode(fresh, true));
      }
      const steps = this.querySelector('.slide-steps');
      const fresh = page.querySelector('time-slider .slide-steps');
      if (steps && fresh) steps.replaceWith(document.importNode(fresh, true));
      day.selected = true;
      history.replaceState(null, '', address);
    } catch {
      location.assign(address);
    }
  }

  #play(): void {
    const range = this.#range;
    if (!range) return;
    range.value = String(this.#at >= this.#days.length - 1 ? 0 : this.#at + 1);
    this.#turn(true);
    void this.#next();
  }

  async #next(): Promise<void> {
    await this.#show();
    const range = this.#range;
    if (!range || !this.#playing) return;
    if (this.#at >= this.#days.length - 1) return this.#stop();
    this.#timer = setTimeout(() => {
      range.value = String(this.#at + 1);
      void this.#next();
    }, PLAY_MS);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    if (this.#playing) this.#turn(false);
  }

  /** The button says what it will do next. */
  #turn(playing: boolean): void {
    this.#playing = playing;
    const button = this.#button;
    if (!button) return;
    const words = button.textContent ?? '';
    button.textContent = button.dataset.pause ?? '';
    button.dataset.pause = words;
  }
}

customElements.define('time-slider', TimeSlider);

export {};

/** Sends the filter form by itself: at once for lists and boxes, after a pause for typed text. */
class FilterAuto extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.addEventListener('input', (event) => {
      if (event.target instanceof HTMLInputElement && !/^(checkbox|radio)$/.test(event.target.type))
        this.#sendIn(600);
    });
    this.addEventListener('change', () => this.#sendIn(50));
    this.addEventListener('submit', () => clearTimeout(this.#timer));
  }

  #sendIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.querySelector('form')?.requestSubmit(), milliseconds);
  }
}

customElements.define('filter-auto', FilterAuto);

export {};

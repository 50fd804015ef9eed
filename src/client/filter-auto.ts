/**
 * Sends the filter form when a list or a box changes; typed words wait for Enter or the button, so that nobody is
 * interrupted. The pause lets people walk through a list with the arrow keys. Empty fields stay out of the address.
 */
const PAUSE_MS = 500;

class FilterAuto extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.addEventListener('change', (event) => {
      const control = event.target;
      const chosen =
        control instanceof HTMLSelectElement ||
        (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type));
      if (chosen) this.#sendSoon();
    });
    this.addEventListener('submit', () => clearTimeout(this.#timer));
    this.addEventListener('formdata', (event) => {
      const data = event.formData;
      for (const [name, value] of [...data]) if (value === '') data.delete(name);
    });
  }

  #sendSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.querySelector('form')?.requestSubmit(), PAUSE_MS);
  }
}

customElements.define('filter-auto', FilterAuto);

export {};

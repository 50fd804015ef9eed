function weightOf(form: HTMLFormElement): number {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')];
  return inputs.flatMap((input) => [...(input.files ?? [])]).reduce((sum, file) => sum + file.size, 0);
}

/** Lets a file be dragged onto its field, and says at once when a form's files are too heavy. The field stays the browser's own. */
class FileDrop extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input || this.classList.contains('ready')) return;
    this.classList.add('ready');
    const hint = document.createElement('span');
    hint.className = 'drop-hint';
    hint.textContent = this.dataset.hint ?? '';
    this.append(hint);

    const form = input.form;
    form?.addEventListener('change', () => {
      const heavy = weightOf(form) > Number(this.dataset.limit ?? Number.POSITIVE_INFINITY);
      const isOwn = (input.files?.length ?? 0) > 0;
      hint.textContent = (heavy && isOwn ? this.dataset.tooHeavy : this.dataset.hint) ?? '';
      hint.classList.toggle('field-error', heavy && isOwn);
      hint.role = heavy && isOwn ? 'alert' : null;
    });

    this.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.classList.add('over');
    });
    this.addEventListener('dragleave', () => this.classList.remove('over'));
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      this.classList.remove('over');
      const files = event.dataTransfer?.files;
      if (!files || files.length === 0 || (files.length > 1 && !input.multiple)) return;
      input.files = files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }
}

customElements.define('file-drop', FileDrop);

export {};

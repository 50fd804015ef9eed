/** Lets a file be dragged onto its field. The field itself stays the browser's own. */
class FileDrop extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input || this.classList.contains('ready')) return;
    this.classList.add('ready');
    const hint = document.createElement('span');
    hint.className = 'drop-hint';
    hint.textContent = this.dataset.hint ?? '';
    this.append(hint);

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

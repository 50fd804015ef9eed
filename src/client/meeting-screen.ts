/**
 * The board on the wall of a meeting room: reads itself anew every few minutes, and fills the screen when somebody presses a key or
 * clicks beside a link, as browsers ask for. Without it the page stays as it was loaded.
 */
const AGAIN_MS = 5 * 60_000;

class MeetingScreen extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #fill = (event: Event): void => {
    if (event.target instanceof Element && event.target.closest('a, button, summary, input')) return;
    if (document.fullscreenElement === null) document.documentElement.requestFullscreen().catch(() => {});
  };

  connectedCallback(): void {
    this.#timer = setTimeout(() => location.reload(), AGAIN_MS);
    document.addEventListener('dblclick', this.#fill);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('dblclick', this.#fill);
  }
}

customElements.define('meeting-screen', MeetingScreen);

export {};

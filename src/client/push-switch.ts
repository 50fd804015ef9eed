/**
 * Offers to switch pushes on in this browser. The browser's answer fills a plain form, which is sent as any other; without
 * this program the page says that pushes need it.
 */
class PushSwitch extends HTMLElement {
  connectedCallback(): void {
    if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return;
    this.#begin().catch(() => this.#say(this.dataset.failed));
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector('form');
  }

  #say(text: string | undefined): void {
    const line = this.querySelector('p');
    if (line) line.textContent = text ?? '';
  }

  async #begin(): Promise<void> {
    if (Notification.permission === 'denied') return this.#say(this.dataset.denied);
    const registration = await navigator.serviceWorker.getRegistration('/');
    const subscription = await registration?.pushManager.getSubscription();
    const known: string[] = JSON.parse(this.dataset.known ?? '[]');
    if (subscription && known.includes(subscription.endpoint)) return this.#say(this.dataset.here);
    this.#say('');
    const form = this.#form;
    if (!form) return;
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#switchOn(form).catch(() => this.#say(this.dataset.failed));
    });
  }

  async #switchOn(form: HTMLFormElement): Promise<void> {
    if ((await Notification.requestPermission()) !== 'granted') return this.#say(this.dataset.denied);
    await navigator.serviceWorker.register('/sw.js', { scope: '/' });
    const { pushManager } = await navigator.serviceWorker.ready;
    // A subscription under another key would be refused by every push.
    await (await pushManager.getSubscription())?.unsubscribe();
    const key = this.dataset.key ?? '';
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    const { endpoint = '', keys = {} } = subscription.toJSON();
    const values = { endpoint, p256dh: keys.p256dh ?? '', auth: keys.auth ?? '' };
    for (const [name, value] of Object.entries(values)) {
      const input = form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
      if (input) input.value = value;
    }
    form.submit();
  }
}

customElements.define('push-switch', PushSwitch);

export {};

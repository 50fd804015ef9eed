import { type Html, html } from '../kernel/html.ts';
import { QR_EDGE, qrCode, qrPath } from '../kernel/qr.ts';

export interface QrProps {
  /** What a phone reads: a whole address. */
  content: string;
  /** What is there, for who cannot see the code: "Mã QR tới trang …". The address itself stands beside it in words. */
  label: string;
}

/** A QR code in the page, black on white in every theme, 35 mm wide on paper. */
export function qrFigure({ content, label }: QrProps): Html {
  const code = qrCode(content);
  const side = code.size + 2 * QR_EDGE;
  return html`<svg class="qr" width="132" height="132" viewBox="0 0 ${side} ${side}" role="img" aria-label="${label}" shape-rendering="crispEdges"><title>${label}</title><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${qrPath(code)}"/></svg>`;
}

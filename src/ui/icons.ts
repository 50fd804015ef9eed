import { type Html, trustedMarkup } from '../kernel/html.ts';

const PATHS = {
  menu: '<path d="M3 6h18M3 12h18M3 18h18"/>',
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
  document: '<path d="M5 3h9l5 5v13H5zM14 3v5h5M8.5 13h7M8.5 17h5"/>',
  calendar: '<path d="M4 6h16v14H4zM4 10.5h16M8.5 3v4M15.5 3v4"/>',
  message: '<path d="M4 4h16v12h-9l-5 4v-4H4z"/>',
  chart: '<path d="M5 20v-6M12 20V4M19 20v-9"/>',
  upload: '<path d="M12 16V4M7 9l5-5 5 5M4 17v3h16v-3"/>',
  download: '<path d="M12 4v12M7 11l5 5 5-5M4 17v3h16v-3"/>',
  print: '<path d="M7 9V3h10v6M7 18H4V9h16v9h-3M7 14h10v7H7z"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4 21c.6-4.4 3.6-7 8-7s7.4 2.6 8 7"/>',
  back: '<path d="m14 5-7 7 7 7"/>',
  forward: '<path d="m10 5 7 7-7 7"/>',
  success: '<circle cx="12" cy="12" r="9"/><path d="m8 12.5 3 3 5.5-6.5"/>',
  info: '<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.2v.1"/>',
  warning: '<path d="M12 3.5 22 20.5H2zM12 10v5M12 17.7v.1"/>',
  error: '<path d="M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2zM12 7.5v6M12 16.5v.1"/>',
  hint: '<path d="M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9V15.5h7v-1.6A6 6 0 0 0 12 3z"/>',
} as const;

export type IconName = keyof typeof PATHS;

/** A line icon in the colour of its text. Decoration only: the word stands beside it. */
export function icon(name: IconName): Html {
  return trustedMarkup(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`);
}

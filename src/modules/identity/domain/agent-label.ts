const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/coc_coc_browser/i, 'Cốc Cốc'],
  [/edg(e|a|ios)?\//i, 'Edge'],
  [/opr\/|opera/i, 'Opera'],
  [/samsungbrowser/i, 'Samsung Internet'],
  [/firefox|fxios/i, 'Firefox'],
  [/chrome|crios/i, 'Chrome'],
  [/safari/i, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/windows/i, 'Windows'],
  [/android/i, 'Android'],
  [/iphone|ipad/i, 'iOS'],
  [/mac os/i, 'macOS'],
  [/linux/i, 'Linux'],
];

/** "Chrome · Windows": enough for a person to know their own devices, too little to follow anyone. */
export function agentLabel(userAgent: string): string {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [browser, system].filter((part) => part !== undefined).join(' · ') || '—';
}

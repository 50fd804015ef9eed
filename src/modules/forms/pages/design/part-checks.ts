import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { details } from '../../../../ui/index.ts';
import { nextKey } from '../../domain/outline.ts';
import type { CheckSpec, FormSpec } from '../../domain/spec.ts';
import { d, de, df } from '../../messages-design.ts';
import { lineActs, lineCell, lineFields, lineTable } from './line-fields.ts';
import type { ReadPart } from './parts.ts';
import { linesIn, orderedLines, Problems, type Shown, textIn, type Values } from './typed.ts';

const NEW_LINES = 2;
const MOST = 100;

export function checkValues({ checks }: FormSpec): Values {
  const values: Record<string, string> = {};
  const blank: CheckSpec = { key: '', severity: 'error', expr: '', message: { vi: '', en: '' } };
  [...checks, ...Array.from({ length: NEW_LINES }, () => blank)].forEach(
    ({ key, severity, expr, message }, at) => {
      Object.assign(values, {
        [`k.${at}.key`]: key,
        [`k.${at}.severity`]: severity,
        [`k.${at}.expr`]: expr,
        [`k.${at}.vi`]: message.vi,
        // Who wrote no English left the Vietnamese to be shown in its place.
        [`k.${at}.en`]: message.en === message.vi ? '' : message.en,
      });
    },
  );
  return values;
}

export function checkFields({ t }: RequestContext, shown: Shown): Html {
  const fields = lineFields(shown);
  const severities = [
    { value: 'error', text: t(d.check_error) },
    { value: 'warning', text: t(d.check_warning) },
  ];
  const rows = linesIn(shown.values, 'k').map((line) => {
    const at = `k.${line}`;
    const isNew = shown.text(`${at}.expr`) === '' && shown.text(`${at}.key`) === '';
    return html`<tr>${lineCell(t(de.key), fields.key(`${at}.key`))}${lineCell(
      t(de.severity),
      fields.choose(`${at}.severity`, t(de.severity), severities),
    )}${lineCell(t(de.expr), fields.text(`${at}.expr`, t(de.expr), { wide: true }))}${lineCell(
      t(de.message_vi),
      fields.area(`${at}.vi`, t(de.message_vi)),
    )}${lineCell(t(de.message_en), fields.area(`${at}.en`, t(de.message_en)))}${lineActs(shown, t, 'k', line, isNew)}</tr>`;
  });
  const headings = [t(de.key), t(de.severity), t(de.expr), t(de.message_vi), t(de.message_en), t(de.move)];
  return html`<p>${t(de.checks_what)}</p>${languageHelp(t)}${lineTable(t(de.checks), headings, rows)}`;
}

const FUNCTIONS = [
  [df.sum, df.sum_means],
  [df.sum_known, df.sum_known_means],
  [df.least, df.least_means],
  [df.most, df.most_means],
  [df.round, df.round_means],
  [df.abs, df.abs_means],
  [df.choose, df.choose_means],
  [df.missing, df.missing_means],
  [df.same_period, df.same_period_means],
  [df.previous, df.previous_means],
  [df.change, df.change_means],
  [df.jump, df.jump_means],
] as const;

/** How expressions are written; stands beside every field that takes one. */
export function languageHelp(t: RequestContext['t']): Html {
  const functions = FUNCTIONS.map(([written, means]) => ({
    term: html`<code>${t(written)}</code>`,
    value: t(means),
  }));
  return details(
    t(de.language),
    html`<p>${t(de.language_text)}</p><dl class="design-language">${functions.map(({ term, value }) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`,
  );
}

export function readChecks(values: Values, spec: FormSpec): ReadPart {
  const problems = new Problems();
  const { lines, focus } = orderedLines(values, 'k', (at) => !isBlank(values, at));
  if (lines.length > MOST) problems.add('', de.too_many, { n: MOST });
  const used = new Set(lines.map((at) => textIn(values, `k.${at}.key`)));
  const checks = lines.map((at): CheckSpec => {
    const [expr, vi, en] = ['expr', 'vi', 'en'].map((name) => textIn(values, `k.${at}.${name}`)) as [
      string,
      string,
      string,
    ];
    if (expr === '') problems.add(`k.${at}.expr`, de.expr_missing);
    if (expr.length > 2000) problems.add(`k.${at}.expr`, de.too_long, { n: 2000 });
    if (vi === '') problems.add(`k.${at}.vi`, de.message_missing);
    if (vi.length > 500) problems.add(`k.${at}.vi`, de.too_long, { n: 500 });
    if (en.length > 500) problems.add(`k.${at}.en`, de.too_long, { n: 500 });
    const given = textIn(values, `k.${at}.key`);
    const key = /^[a-z][a-z0-9_]{0,19}$/.test(given) ? given : nextKey('k', used);
    used.add(key);
    const severity = textIn(values, `k.${at}.severity`) === 'warning' ? 'warning' : 'error';
    return { key, severity, expr, message: { vi, en: en || vi } };
  });
  return { problems: problems.found, spec: { ...spec, checks }, focus };
}

const isBlank = (values: Values, at: number): boolean =>
  ['key', 'expr', 'vi', 'en'].every((name) => textIn(values, `k.${at}.${name}`) === '');

import { formatDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { Rejected, RequestContext } from '../../../../kernel/http/route.ts';
import {
  button,
  card,
  confirmAction,
  csrfInput,
  dateField,
  definitionList,
  problemOf,
  radioGroup,
  textareaField,
} from '../../../../ui/index.ts';
import { isFollowed } from '../../commands/bind-obligations.ts';
import { WEB_SHOWS } from '../../domain/declaration.ts';
import { showWords } from '../../messages-catalog.ts';
import { c } from '../../messages-register.ts';
import type { BoundDeclaration } from '../../queries/declarations.ts';
import { obligationHref } from './words.ts';

/** What was typed into a field; what the page shows at first where nothing was. */
const typedOr = (rejected: Rejected | undefined, name: string, otherwise: string): string =>
  rejected && name in rejected.values ? [rejected.values[name] ?? ''].flat().join('') : otherwise;

/** What the web shows of names, why, and the tenant's decision. */
export function webCard(
  context: RequestContext,
  one: BoundDeclaration,
  mayKeep: boolean,
  rejected?: Rejected,
): Html | false {
  const { t, csrf, lang } = context;
  const { declaration, web } = one;
  const declared = declaration.personalOnWeb;
  if (!declared) return false;
  const facts = definitionList([
    { term: t(c.web_now), value: t(showWords[web?.show ?? declared.show]) },
    { term: t(c.web_reason), value: web?.reason ?? declared.reason[lang] },
    { term: t(c.web_by), value: web?.decidedBy ?? t(c.web_declared) },
  ]);
  const limit = declared.most === 'names' ? t(c.web_days, { n: declared.days }) : t(c.web_limit);
  const form =
    mayKeep &&
    one.boundFrom !== null &&
    html`<h3>${t(c.decide)}</h3><p>${t(c.decide_what)}</p><form method="post" action="${obligationHref(declaration.code)}/tren-mang" novalidate>${csrfInput(csrf)}${radioGroup(
      {
        label: t(c.web),
        name: 'hien',
        value: typedOr(rejected, 'hien', web?.show ?? 'khai-bao'),
        options: [
          { value: 'khai-bao', text: `${t(c.as_declared)}: ${t(showWords[declared.show])}` },
          ...WEB_SHOWS.slice(WEB_SHOWS.indexOf(declared.most)).map((value) => ({
            value,
            text: t(showWords[value]),
          })),
        ],
        error: problemOf(rejected?.problems, 'hien', t),
      },
      t,
    )}${textareaField(
      {
        label: t(c.web_reason),
        name: 'ly_do',
        hint: t(c.reason_hint),
        rows: 3,
        maxlength: 1000,
        value: typedOr(rejected, 'ly_do', web?.reason ?? ''),
        error: problemOf(rejected?.problems, 'ly_do', t),
      },
      t,
    )}${button({ text: t(c.save_decision) })}</form>`;
  return card({ title: t(c.web), id: 'tren-mang', body: html`${facts}<p>${limit}</p>${form}` });
}

/** Starts to follow one obligation, or ends it. */
export function followCard(context: RequestContext, one: BoundDeclaration, rejected?: Rejected): Html {
  const { t, csrf, today } = context;
  const href = obligationHref(one.declaration.code);
  if (isFollowed(one))
    return confirmAction({
      summary: t(c.end),
      explain: t(c.end_what),
      action: `${href}/thoi-ap-dung`,
      csrf,
      button: t(c.end),
      open: rejected !== undefined && 'den_ngay' in rejected.values,
      fields: dateField(
        {
          label: t(c.until_on),
          name: 'den_ngay',
          required: true,
          value: typedOr(rejected, 'den_ngay', formatDate(today)),
          error: problemOf(rejected?.problems, 'den_ngay', t),
        },
        t,
      ),
    });
  const day = dateField(
    {
      label: t(c.from_on),
      name: 'tu_ngay',
      required: true,
      value: typedOr(rejected, 'tu_ngay', formatDate(today)),
      error: problemOf(rejected?.problems, 'tu_ngay', t),
    },
    t,
  );
  return card({
    title: t(c.start),
    id: 'ap-dung',
    body: html`<p>${t(c.start_what)}</p><form method="post" action="${href}/ap-dung" novalidate>${csrfInput(csrf)}${day}${button({ text: t(c.start), kind: 'primary' })}</form>`,
  });
}

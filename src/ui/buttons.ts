import { attr, type Html, html } from '../kernel/html.ts';
import type { Translate } from '../kernel/i18n.ts';
import { type IconName, icon } from './icons.ts';
import { m } from './messages.ts';

export type ButtonKind = 'primary' | 'secondary' | 'danger';

export interface ButtonProps {
  text: string;
  /** `primary` once a screen; `danger` only for what cannot be undone. */
  kind?: ButtonKind | undefined;
  name?: string | undefined;
  value?: string | undefined;
  icon?: IconName | undefined;
  /** Sends the form to another address. */
  formaction?: string | undefined;
  /** Said after the visible text, for a list with many equal buttons: the thing it acts on. */
  about?: string | undefined;
  small?: boolean | undefined;
}

function inside(text: string, iconName: IconName | undefined, about: string | undefined): Html {
  return html`${iconName && icon(iconName)}${text}${about && html`<span class="vh"> ${about}</span>`}`;
}

function classes(kind: ButtonKind | undefined, small: boolean | undefined): string {
  return `btn btn-${kind ?? 'secondary'}${small ? ' btn-small' : ''}`;
}

/** A submit button. */
export function button(props: ButtonProps): Html {
  return html`<button type="submit" class="${classes(props.kind, props.small)}" ${attr('name', props.name)} ${attr('value', props.value)} ${attr('formaction', props.formaction)}>${inside(props.text, props.icon, props.about)}</button>`;
}

export interface LinkButtonProps {
  href: string;
  text: string;
  kind?: ButtonKind | undefined;
  icon?: IconName | undefined;
  about?: string | undefined;
  small?: boolean | undefined;
  /** For a file: the browser saves instead of opening, and an arrow says so. */
  download?: boolean | undefined;
}

/** A link that looks like a button: goes somewhere, changes nothing. */
export function linkButton(props: LinkButtonProps): Html {
  return html`<a class="${classes(props.kind, props.small)}" href="${props.href}" ${attr('download', props.download)}>${inside(props.text, props.icon ?? (props.download ? 'download' : undefined), props.about)}</a>`;
}

/** The list that a page shows as a workbook and as plain rows; `hrefOf` answers the address of either. */
export function listDownloads(hrefOf: (format: 'xlsx' | 'csv') => string, t: Translate): Html {
  return html`${linkButton({ href: hrefOf('xlsx'), text: t(m.downloadExcel), download: true })}${linkButton({ href: hrefOf('csv'), text: t(m.downloadCsv), download: true })}`;
}

/** Buttons in a row; they wrap on a phone. */
export function buttonRow(...buttons: (Html | null | undefined | false)[]): Html {
  return html`<div class="buttons">${buttons}</div>`;
}

/** The hidden field that proves a form came from our own page. */
export function csrfInput(token: string | undefined): Html {
  return token === undefined ? html`` : html`<input type="hidden" name="_csrf" value="${token}">`;
}

export interface ConfirmActionProps {
  /** The words that open the panel: "Bãi bỏ kế hoạch…". */
  summary: string;
  /** What will happen, to how many. */
  explain: Html | string;
  action: string;
  csrf: string | undefined;
  button: string;
  /** Further fields, for instance a reason. */
  fields?: Html | undefined;
  /** Open from the start: the form was refused and shows what was typed. */
  open?: boolean | undefined;
}

/** A destructive act asks in place, without a script: open, read what will happen, then press. */
export function confirmAction(props: ConfirmActionProps): Html {
  return html`<details class="confirm" ${attr('open', props.open)}><summary>${props.summary}</summary><form method="post" action="${props.action}" novalidate>${csrfInput(props.csrf)}<div class="confirm-text">${props.explain}</div>${props.fields}${button({ text: props.button, kind: 'danger' })}</form></details>`;
}

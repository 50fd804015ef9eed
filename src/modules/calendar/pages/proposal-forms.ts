import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { Rejected, RequestContext } from '../../../kernel/http/route.ts';
import {
  button,
  checkboxField,
  csrfInput,
  dateField,
  details,
  field,
  fileField,
  problemOf,
  radioGroup,
  selectField,
} from '../../../ui/index.ts';
import { datesListed, factOf } from '../domain/compare.ts';
import { calendarOf, type HolidaysFile } from '../domain/work-calendar.ts';
import { proposalTexts as p } from '../messages.ts';
import { shippedFile } from '../shipped.ts';
import { dayName } from './month.ts';

type EditType = 'day_off' | 'swap' | 'remove' | 'confirm';

/** Every way to change the proposal, each folded up until it is wanted or was refused. */
export function changeForms(context: RequestContext, file: HolidaysFile, rejected: Rejected | null): Html {
  const { t } = context;
  const forms = new Forms(context, rejected);
  const dayOff = html`${forms.date('day_off', 'date', t(p.dayOff))}${forms.names('day_off')}${forms.kind()}${forms.unconfirmed('day_off')}${forms.source('day_off')}`;
  const swap = html`${forms.date('swap', 'date', t(p.dayOff))}${forms.date('swap', 'makeup', t(p.makeup))}${forms.names('swap')}${forms.unconfirmed('swap')}${forms.source('swap')}`;
  const remove = html`<p>${t(p.removeHint)}</p>${forms.date('remove', 'date', t(p.day))}${forms.source('remove')}`;
  return html`${forms.edit('day_off', t(p.addDayOff), dayOff, t(p.addChange))}${forms.edit('swap', t(p.addSwap), swap, t(p.addChange))}${confirmForm(context, forms, file)}${forms.edit('remove', t(p.removeDay), remove, t(p.remove))}${uploadForm(context, rejected)}${shippedForm(context)}`;
}

function confirmForm(context: RequestContext, forms: Forms, file: HolidaysFile): Html {
  const { t } = context;
  const calendar = calendarOf(file);
  const options = datesListed(calendar).flatMap((date) => {
    const fact = factOf(calendar, date);
    if (fact?.status !== 'UNCONFIRMED') return [];
    return [{ value: date, text: `${formatDate(date)}: ${dayName(fact, t)}` }];
  });
  if (options.length === 0) return details(t(p.confirmDay), html`<p>${t(p.allConfirmed)}</p>`);
  const day = selectField(
    {
      label: t(p.day),
      name: 'date',
      id: 'f-confirm-date',
      options,
      value: forms.typed('confirm', 'date'),
      error: forms.problem('confirm', 'date'),
    },
    t,
  );
  const body = html`<p>${t(p.confirmHint)}</p>${day}${forms.source('confirm')}`;
  return forms.edit('confirm', t(p.confirmDay), body, t(p.confirm));
}

function uploadForm(context: RequestContext, rejected: Rejected | null): Html {
  const { t } = context;
  const file = fileField(
    {
      label: t(p.upload),
      name: 'file',
      hint: t(p.uploadHint),
      accept: '.json,application/json',
      error: problemOf(rejected?.problems, 'file', t),
    },
    t,
  );
  const form = html`<form method="post" action="/lich-lam-viec/de-xuat/tep" enctype="multipart/form-data" novalidate>${csrfInput(context.csrf)}${file}${button({ text: t(p.addChange) })}</form>`;
  return details(t(p.upload), form, rejected !== null && !('type' in rejected.values));
}

function shippedForm(context: RequestContext): Html {
  const { t } = context;
  const form = html`<form method="post" action="/lich-lam-viec/de-xuat/kem-theo">${csrfInput(context.csrf)}<p>${t(p.useShippedText, { version: shippedFile().version })}</p>${button({ text: t(p.useShipped) })}</form>`;
  return details(t(p.useShipped), form);
}

/** Fields of the forms on one page: each has its own ids, and only the refused form shows what was typed and what is wrong. */
class Forms {
  readonly #context: RequestContext;
  readonly #rejected: Rejected | null;

  constructor(context: RequestContext, rejected: Rejected | null) {
    this.#context = context;
    this.#rejected = rejected;
  }

  #refused(type: EditType): Rejected | null {
    return this.#rejected?.values.type === type ? this.#rejected : null;
  }

  /** The error summary links to `f-name`: the refused form carries those ids, the others their own. */
  #id(type: EditType, name: string): string {
    return this.#refused(type) ? `f-${name}` : `f-${type}-${name}`;
  }

  typed(type: EditType, name: string): string {
    const value = this.#refused(type)?.values[name];
    return typeof value === 'string' ? value : '';
  }

  problem(type: EditType, name: string): string | undefined {
    return problemOf(this.#refused(type)?.problems, name, this.#context.t);
  }

  edit(type: EditType, title: string, body: Html, act: string): Html {
    const { csrf } = this.#context;
    const form = html`<form method="post" action="/lich-lam-viec/de-xuat" novalidate>${csrfInput(csrf)}<input type="hidden" name="type" value="${type}">${body}${button({ text: act })}</form>`;
    return details(title, form, this.#refused(type) !== null);
  }

  #text(type: EditType, name: string, label: string, more: { hint?: string; optional?: boolean } = {}): Html {
    return field(
      {
        label,
        name,
        id: this.#id(type, name),
        value: this.typed(type, name),
        maxlength: 200,
        autocomplete: 'off',
        error: this.problem(type, name),
        ...more,
      },
      this.#context.t,
    );
  }

  date(type: EditType, name: string, label: string): Html {
    return dateField(
      {
        label,
        name,
        id: this.#id(type, name),
        value: this.typed(type, name),
        error: this.problem(type, name),
      },
      this.#context.t,
    );
  }

  names(type: EditType): Html {
    const { t } = this.#context;
    return html`${this.#text(type, 'nameVi', t(p.nameVi))}${this.#text(type, 'nameEn', t(p.nameEn), { optional: true })}`;
  }

  source(type: EditType): Html {
    const { t } = this.#context;
    return this.#text(type, 'source', t(p.source), { hint: t(p.sourceHint) });
  }

  unconfirmed(type: EditType): Html {
    return checkboxField(
      {
        label: this.#context.t(p.unconfirmed),
        name: 'status',
        value: 'UNCONFIRMED',
        id: this.#id(type, 'status'),
        checked: this.typed(type, 'status') === 'UNCONFIRMED',
      },
      this.#context.t,
    );
  }

  kind(): Html {
    const { t } = this.#context;
    return radioGroup(
      {
        label: t(p.kind),
        name: 'kind',
        id: this.#id('day_off', 'kind'),
        value: this.typed('day_off', 'kind') || 'statutory',
        options: [
          { value: 'statutory', text: t(p.kindStatutory) },
          { value: 'in_lieu', text: t(p.kindInLieu) },
        ],
      },
      t,
    );
  }
}

import { addDays, formatDate } from '../../../kernel/dates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, anyone, get, type RequestContext } from '../../../kernel/http/route.ts';
import { messages } from '../../../kernel/i18n.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { occurrenceWords } from '../../disclosure/index.ts';
import { placeName, placeNameInside } from '../domain/address.ts';
import { frame, to } from '../frame.ts';
import { portalLimits } from '../limits.ts';
import { complianceOfUnit, type Duty, dutiesOf } from '../queries/duties.ts';
import { unitByKey } from '../queries/units.ts';
import { KEPT, nothing } from './parts.ts';

const d = messages({
  title: { vi: 'Xã đã công khai đủ chưa?', en: 'Is everything public?' },
  lead: {
    vi: 'Những nội dung {name} phải công khai, đến hạn trong 12 tháng qua.',
    en: 'What {name} had to make public, due in the last 12 months.',
  },
  sum: {
    vi: 'Đã công khai {done} trong {all} nội dung đến hạn.',
    en: 'Public: {done} of {all} that were due.',
  },
  counted: {
    vi: 'Đang công khai {public} nội dung: {proven} có minh chứng ở mọi nơi niêm yết, {late} công khai sau hạn.',
    en: '{public} contents are public: {proven} are proven wherever they hang, {late} came after their due day.',
  },
  missing: { vi: 'Chưa thấy công khai ({n})', en: 'Not public yet ({n})' },
  done: { vi: 'Đã công khai ({n})', en: 'Public ({n})' },
  due: { vi: 'hạn {day}', en: 'due {day}' },
  published: { vi: 'công khai {day}', en: 'published {day}' },
  none: { vi: 'Chưa có nội dung nào đến hạn', en: 'Nothing has been due' },
  none_what: {
    vi: 'Trong 12 tháng qua hệ thống này chưa ghi nội dung nào đến hạn.',
    en: 'Nothing was recorded as due in the last 12 months.',
  },
});

const YEAR_DAYS = 365;

function lines(context: RequestContext, duties: readonly Duty[]): Html {
  const { t } = context;
  return html`<ul class="list">${duties.map((duty) => {
    const time = occurrenceWords(duty.occurrence);
    const name = `${t(duty.name)}${time ? `, ${t(time)}` : ''}`;
    const facts = [
      t(d.due, { day: formatDate(duty.dueOn) }),
      duty.publishedOn && t(d.published, { day: formatDate(duty.publishedOn) }),
    ];
    return html`<li>${duty.publishedOn ? html`<a class="title" href="${to(context, `/muc/${duty.itemId}`)}">${name}</a>` : html`<strong>${name}</strong>`}<p class="meta">${facts.filter((one) => one !== null).join(' · ')}</p></li>`;
  })}</ul>`;
}

/** What a unit owed the public in a year, and what of it is there. */
export const duties = get({
  path: '/xa/:unit/da-cong-khai-du-chua',
  access: anyone('what a commune had to make public, and whether it has'),
  rate: 'public',
  cache: KEPT,
  async handle(context, { params }) {
    const { t, tenant, today } = context;
    const unit = await unitByKey(tenant.publicDb, params.unit, today);
    if (!unit) throw new AppError(kernelErrors.not_found);
    const from = addDays(today, -YEAR_DAYS);
    const all = await dutiesOf(tenant.publicDb, unit.unitId, from, today, portalLimits.duties);
    const standing = await complianceOfUnit(tenant.publicDb, unit.unitId);
    const done = all.filter(({ publishedOn }) => publishedOn !== null);
    const missing = all.filter(({ publishedOn }) => publishedOn === null);
    return answerPage(
      frame(context, {
        title: t(d.title),
        unit,
        lead: t(d.lead, { name: placeNameInside(unit.name) }),
        breadcrumb: [{ href: `/xa/${unit.key}`, text: placeName(unit.name) }, { text: t(d.title) }],
        main:
          all.length === 0
            ? html`<div class="block">${nothing(t(d.none), t(d.none_what))}</div>`
            : html`<p class="block"><strong>${t(d.sum, { done: done.length, all: all.length })}</strong></p>${standing && html`<p class="block">${t(d.counted, { public: standing.publicCount, proven: standing.provenCount, late: standing.lateCount })}</p>`}${missing.length > 0 && html`<section><h2>${t(d.missing, { n: missing.length })}</h2>${lines(context, missing)}</section>`}${done.length > 0 && html`<section><h2>${t(d.done, { n: done.length })}</h2>${lines(context, done)}</section>`}`,
      }),
    );
  },
});

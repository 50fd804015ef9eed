import { z } from 'zod';
import { addDays, formatDate } from '../../../kernel/dates.ts';
import { writeOpenCsv } from '../../../kernel/documents/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, anyone, get, type RequestContext, type Route } from '../../../kernel/http/route.ts';
import { formatNumber, messages } from '../../../kernel/i18n.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { placeName } from '../domain/address.ts';
import { frame, to } from '../frame.ts';
import { visitLimits } from '../limits-data.ts';
import { OPEN } from '../open.ts';
import { type PortalUnit, unitByKey } from '../queries/units.ts';
import { visitRows, visitsByCommune, visitsByDay, visitsByItem } from '../queries/visits.ts';
import { KEPT, nothing } from './parts.ts';

const m = messages({
  title: { vi: 'Lượt xem', en: 'Visits' },
  title_of: { vi: 'Lượt xem: {unit}', en: 'Visits: {unit}' },
  lead: { vi: 'Người dân xem gì, trong {n} ngày qua.', en: 'What citizens looked at in the last {n} days.' },
  how: {
    vi: 'Chỉ đếm số lần mở trang theo ngày. Không dùng cookie, không lưu địa chỉ máy, không biết ai đã xem và xem theo thứ tự nào. Máy tự động được loại ra theo tên chúng tự xưng. Trang mà trình duyệt hoặc máy trung gian còn giữ bản cũ thì không được đếm; nếu máy chủ ngừng đột ngột thì mất nhiều nhất số đếm của {n} giây.',
    en: 'Only how often a page was opened each day. No cookie, no address of a machine, nothing of who looked or in which order. Programs are left out by the name they give themselves. Pages that a browser or a proxy still keeps are not counted; when the server stops suddenly, the counts of at most {n} seconds are lost.',
  },
  by_day: { vi: 'Theo ngày', en: 'By day' },
  by_commune: { vi: 'Theo xã', en: 'By commune' },
  by_item: { vi: 'Mục được xem nhiều nhất', en: 'Most read items' },
  day: { vi: 'Ngày', en: 'Day' },
  commune: { vi: 'Xã', en: 'Commune' },
  item: { vi: 'Mục', en: 'Item' },
  visits: { vi: 'Lượt xem', en: 'Visits' },
  total: { vi: 'Cộng', en: 'Total' },
  none: { vi: 'Chưa có lượt xem nào', en: 'No visits yet' },
  none_what: { vi: 'Số đếm được ghi mỗi phút.', en: 'Counts are written every minute.' },
  file: { vi: 'Tải về CSV (một năm)', en: 'Download CSV (one year)' },
  gone: { vi: '(đơn vị không còn)', en: '(a unit that is gone)' },
});

const query = z.object({ xa: z.string().max(120).optional().catch(undefined) });

async function wantedUnit(
  { tenant, today }: RequestContext,
  key: string | undefined,
): Promise<PortalUnit | null> {
  if (key === undefined) return null;
  const unit = await unitByKey(tenant.publicDb, key, today);
  if (!unit) throw new AppError(kernelErrors.not_found);
  return unit;
}

function table(
  context: RequestContext,
  title: string,
  what: string,
  rows: readonly { readonly name: Html | string; readonly visits: number }[],
): Html {
  const { t, lang } = context;
  if (rows.length === 0) return html``;
  const total = rows.reduce((sum, { visits }) => sum + visits, 0);
  return html`<section><h2>${title}</h2><table><caption class="vh">${title}</caption><thead><tr><th scope="col">${what}</th><th scope="col" class="n">${t(m.visits)}</th></tr></thead><tbody>${rows.map(({ name, visits }) => html`<tr><th scope="row">${name}</th><td class="n">${formatNumber(lang, visits)}</td></tr>`)}</tbody><tfoot><tr><th scope="row">${t(m.total)}</th><td class="n">${formatNumber(lang, total)}</td></tr></tfoot></table></section>`;
}

const page = get({
  path: '/thong-ke',
  access: anyone('how often public pages are read is public'),
  rate: 'public',
  cache: KEPT,
  query,
  async handle(context, { query: { xa } }) {
    const { t, today, tenant } = context;
    const unit = await wantedUnit(context, xa);
    const { days_shown, items_shown, flush_seconds } = visitLimits;
    const which = { unitId: unit?.unitId ?? null, from: addDays(today, 1 - days_shown), until: today };
    const days = await visitsByDay(tenant.publicDb, which);
    const communes = unit ? [] : await visitsByCommune(tenant.publicDb, which);
    const items = await visitsByItem(tenant.publicDb, which, items_shown);
    const file = `/thong-ke.csv${unit ? `?xa=${unit.key}` : ''}`;
    const main = html`${days.length === 0 && nothing(t(m.none), t(m.none_what))}${table(
      context,
      t(m.by_day),
      t(m.day),
      days.map(({ day, visits }) => ({ name: formatDate(day), visits })),
    )}${table(
      context,
      t(m.by_commune),
      t(m.commune),
      communes.map(({ unitKey, unitName, visits }) => ({
        name:
          unitKey === null || unitName === null
            ? t(m.gone)
            : html`<a href="${to(context, '/thong-ke', { xa: unitKey })}">${placeName(unitName)}</a>`,
        visits,
      })),
    )}${table(
      context,
      t(m.by_item),
      t(m.item),
      items.map(({ itemId, title, unitName, visits }) => ({
        name: html`<a href="${to(context, `/muc/${itemId}`)}">${title}</a>${!unit && html` <span class="meta">${placeName(unitName)}</span>`}`,
        visits,
      })),
    )}<p class="block no-print"><a class="btn" href="${file}">${t(m.file)}</a></p><p class="meta block">${t(m.how, { n: flush_seconds })}</p>`;
    const title = unit ? t(m.title_of, { unit: placeName(unit.name) }) : t(m.title);
    return answerPage(
      frame(context, {
        title,
        lead: t(m.lead, { n: days_shown }),
        unit,
        main,
        breadcrumb: [
          { href: unit ? `/xa/${unit.key}` : '/', text: unit ? placeName(unit.name) : 'Dân Biết' },
          { text: t(m.title) },
        ],
      }),
    );
  },
});

const file = get({
  path: '/thong-ke.csv',
  access: anyone('how often public pages are read is public'),
  rate: 'feed',
  cache: KEPT,
  query,
  async handle(context, { query: { xa } }) {
    const { today, tenant } = context;
    const unit = await wantedUnit(context, xa);
    const which = { unitId: unit?.unitId ?? null, from: addDays(today, -365), until: today };
    const rows = await visitRows(tenant.publicDb, which, visitLimits.file_rows);
    const header = ['ngay', 'ma_don_vi', 'don_vi', 'ma_muc', 'tieu_de', 'luot_xem'];
    const body = writeOpenCsv(
      header,
      rows.map((row) => [row.day, row.unitId, row.unitName, row.itemId, row.title, row.visits]),
    );
    const fileName = `luot-xem-${unit?.key ?? tenant.slug}.csv`;
    return {
      kind: 'file',
      body,
      mediaType: 'text/csv; charset=utf-8; header=present',
      fileName,
      headers: { ...OPEN },
    };
  },
});

export const statisticsRoutes: readonly Route[] = [page, file];

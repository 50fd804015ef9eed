import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, anyone, get, type RequestContext, type Route } from '../../../kernel/http/route.ts';
import { messages } from '../../../kernel/i18n.ts';
import { tableNamed, wordsIn } from '../domain/tables.ts';
import { to } from '../frame.ts';
import { type Contact, contactsOf } from '../queries/contacts.ts';
import { type SaidItem, saidItems } from '../queries/said-items.ts';
import { feedHead, takeListAlong } from '../take-along.ts';
import { foundUnit, unitPage } from './found-unit.ts';
import { KEPT, phoneLink } from './parts.ts';

const m = messages({
  title: { vi: 'Ai lãnh đạo, liên hệ thế nào', en: 'Who leads and how to reach them' },
  people: { vi: 'Lãnh đạo xã', en: 'Leaders of the commune' },
  offices: { vi: 'Cơ quan, tổ chức', en: 'Offices and bodies' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'Email' },
  duty: { vi: 'Phụ trách', en: 'In charge of' },
  source: { vi: 'Theo mục công khai:', en: 'From:' },
  not_published: { vi: 'chưa công khai', en: 'not published' },
  none: { vi: 'Xã chưa công khai cách liên hệ', en: 'The commune has not published how to reach it' },
  none_what: {
    vi: 'Chức danh, số điện thoại và hộp thư của người đứng đầu phải được công khai (Luật Tiếp cận thông tin 104/2016/QH13, Điều 17). Bạn có thể đến trụ sở vào ngày tiếp công dân.',
    en: 'Title, telephone and mailbox of the head must be public (Law 104/2016, Article 17). You can come to the office on a reception day.',
  },
  reception: { vi: 'Xem lịch tiếp công dân', en: 'See the reception days' },
});

const email = (address: string): Html => html`<a href="mailto:${address}">${address}</a>`;

function line(title: string, under: readonly (readonly [string, Html | string])[], name = ''): Html {
  const facts = under.filter(([, value]) => value !== '');
  return html`<li><strong>${title}</strong>${name && html`<br>${name}`}${facts.length > 0 && html`<dl class="facts">${facts.map(([what, value]) => html`<div><dt>${what}</dt><dd>${value}</dd></div>`)}</dl>`}</li>`;
}

function people(context: RequestContext, items: readonly SaidItem[]): Html {
  const { t } = context;
  const source = items.find((item) => (tableNamed(item, 'lanh_dao')?.rows ?? []).length > 0);
  if (!source) return html``;
  const rows = tableNamed(source, 'lanh_dao')?.rows ?? [];
  const lines = rows.map((row) => {
    const [number, address] = [wordsIn(row, 'dien_thoai'), wordsIn(row, 'thu_dien_tu')];
    const facts = [
      [t(m.duty), wordsIn(row, 'nhiem_vu')],
      [t(m.phone), number === '' ? '' : phoneLink(number)],
      [t(m.email), address === '' ? '' : email(address)],
    ] as const;
    return line(wordsIn(row, 'chuc_vu'), facts, wordsIn(row, 'ho_ten'));
  });
  return html`<section><h2>${t(m.people)}</h2><ul class="list">${lines}</ul><p class="meta">${t(m.source)} <a href="${to(context, `/muc/${source.itemId}`)}">${source.title}</a></p></section>`;
}

const isPublished = ({ phone: number, email: address }: Contact): boolean =>
  number !== null || address !== null;

function offices(context: RequestContext, contacts: readonly Contact[]): Html {
  const { t } = context;
  const lines = contacts.map((one) => {
    const missing = html`<span class="meta">${t(m.not_published)}</span>`;
    const facts = [
      [t(m.phone), one.phone === null ? missing : phoneLink(one.phone)],
      [t(m.email), one.email === null ? missing : email(one.email)],
    ] as const;
    return line(one.unitName, facts, one.headTitle ?? '');
  });
  return html`<section><h2>${t(m.offices)}</h2><ul class="list">${lines}</ul></section>`;
}

const page = get({
  path: '/xa/:unit/lanh-dao',
  access: anyone('whom a citizen may call'),
  rate: 'public',
  cache: KEPT,
  async handle(context, { params }) {
    const { t, tenant, today } = context;
    const unit = await foundUnit(context, params.unit);
    const contacts = await contactsOf(tenant.publicDb, unit.unitId, today);
    const items = await saidItems(tenant.publicDb, { unitId: unit.unitId, section: 'leaders' });
    const listed = people(context, items);
    const own = contacts.find(({ unitId }) => unitId === unit.unitId);
    const isMissing = listed.__html === '' && !(own && isPublished(own));
    const warning =
      isMissing &&
      html`<div class="note care block"><p><strong>${t(m.none)}</strong></p><p>${t(m.none_what)} <a href="${to(context, `/xa/${unit.key}/lich-tiep-dan`)}">${t(m.reception)}</a></p></div>`;
    const main = html`${warning}${listed}${offices(context, contacts)}${takeListAlong(context, unit, 'leaders')}`;
    return answerPage(
      unitPage(context, unit, { title: t(m.title), main, head: feedHead(context, unit, 'leaders') }),
    );
  },
});

export const leaderRoutes: readonly Route[] = [page];

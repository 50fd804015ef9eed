import { systemActor } from '../../src/kernel/authz.ts';
import { calendarDate } from '../../src/kernel/dates.ts';
import { query } from '../../src/kernel/db/sql.ts';
import {
  type Content,
  type DeclarationInput,
  openItem,
  postAt,
  publishItem,
} from '../../src/modules/disclosure/index.ts';
import { publishContact, publishContactInput } from '../../src/modules/units/index.ts';
import type { TestTenant } from './database.ts';
import { DECISION, type DisclosureWorld, disclosureWorld } from './disclosure-world.ts';

const REGIMES = DECISION.regimes;

/** A table with more columns than a phone is wide. */
const BUDGET: DeclarationInput = {
  ...DECISION,
  code: 'ngan-sach-thu',
  name: { vi: 'Thu, chi ngân sách xã', en: 'Revenue and expenditure of the commune' },
  about: {
    vi: 'Xã thu được bao nhiêu tiền, chi vào việc gì, so với dự toán.',
    en: 'What came in and what was spent, beside the estimate.',
  },
  section: 'budget',
  officialForm: 'Biểu 113/CK TC-NSNN',
  regimes: [{ ...REGIMES[0], status: 'UNCONFIRMED' } as (typeof REGIMES)[number]],
  fields: [
    { key: 'so_quyet_dinh', label: { vi: 'Số quyết định', en: 'Number' }, kind: 'text' },
    {
      key: 'bang',
      label: { vi: 'Tình hình thu, chi ngân sách xã', en: 'Revenue and expenditure' },
      kind: 'table',
      columns: [
        { key: 'noi_dung', label: { vi: 'Nội dung', en: 'Item' }, kind: 'text' },
        { key: 'du_toan', label: { vi: 'Dự toán năm', en: 'Estimate' }, kind: 'amount' },
        { key: 'thuc_hien', label: { vi: 'Thực hiện quý', en: 'Done in the quarter' }, kind: 'amount' },
        { key: 'ty_le', label: { vi: 'So với dự toán', en: 'Of the estimate' }, kind: 'percent' },
      ],
    },
  ],
};

const BUDGET_CONTENT: Content = {
  v: 1,
  fields: {
    so_quyet_dinh: '21/QĐ-UBND',
    bang: [
      { noi_dung: 'Tổng thu ngân sách xã', du_toan: 8_450_000_000, thuc_hien: 2_310_500_000, ty_le: 27.3 },
      {
        noi_dung: 'Thu bổ sung từ ngân sách cấp trên',
        du_toan: 6_200_000_000,
        thuc_hien: 1_550_000_000,
        ty_le: 25,
      },
      { noi_dung: 'Tổng chi ngân sách xã', du_toan: 8_450_000_000, thuc_hien: 1_987_300_000, ty_le: 23.5 },
    ],
  },
};

const POVERTY: DeclarationInput = {
  ...DECISION,
  code: 'ho-ngheo-thu',
  name: { vi: 'Danh sách hộ nghèo, hộ cận nghèo', en: 'List of poor and near-poor households' },
  about: { vi: 'Những hộ được công nhận trong năm.', en: 'Households recognised this year.' },
  section: 'poverty',
  fields: [
    {
      key: 'ho',
      label: { vi: 'Danh sách hộ', en: 'Households' },
      kind: 'table',
      columns: [
        { key: 'chu_ho', label: { vi: 'Chủ hộ', en: 'Head' }, kind: 'text', personal: 'paper' },
        { key: 'thon', label: { vi: 'Thôn', en: 'Village' }, kind: 'village' },
      ],
    },
  ],
  personalOnWeb: {
    show: 'figures',
    days: 30,
    reason: {
      vi: 'Thông tin về hoàn cảnh của từng hộ chỉ niêm yết tại chỗ.',
      en: 'The circumstances of a household are shown on the spot only.',
    },
  },
};

/** A commune with a budget, a list of poor households and a decision on its boards, and a way to reach it. */
export interface PortalWorld extends DisclosureWorld {
  readonly board: { readonly id: string; readonly qr: string };
  readonly budgetId: string;
  readonly povertyId: string;
}

export async function portalWorld(it: TestTenant): Promise<PortalWorld> {
  const world = await disclosureWorld(it);
  await world.declare(BUDGET);
  await world.declare(POVERTY);
  const boardId = await world.place({
    name: 'Bảng tin trụ sở Ủy ban nhân dân xã',
    address: 'Cạnh chợ, thôn Đông',
    latitude: 20.812345,
    longitude: 106.101234,
  });
  const hallId = await world.place({
    kind: 'village_hall',
    name: 'Nhà văn hóa thôn Đông',
    villageId: world.tree.village,
  });
  const publish = async (code: string, title: string, content: Content, summary: string): Promise<string> => {
    const { itemId } = await world.run(world.clerk, (context, tx) =>
      openItem(context, tx, {
        unitId: world.tree.commune,
        code,
        eventOn: calendarDate('2024-06-18'),
        title,
      }),
    );
    await world.run(
      world.clerk,
      (context, tx) => publishItem(context, tx, { itemId, content, summary, files: [] }, it.files),
      '2024-06-20T08:00',
    );
    for (const placeId of [boardId, hallId]) {
      const proof = placeId === boardId ? await world.photo() : [];
      await world.run(world.clerk, (context, tx) =>
        postAt(context, tx, { itemId, placeId, postedOn: calendarDate('2024-06-21'), proof }, it.files),
      );
    }
    return itemId;
  };
  const povertyId = await publish(
    POVERTY.code,
    'Danh sách hộ nghèo, hộ cận nghèo năm 2024',
    {
      v: 1,
      fields: {
        ho: [
          { chu_ho: 'Nguyễn Thị Bí Mật', thon: 'Thôn Đông' },
          { chu_ho: 'Trần Văn Kín', thon: 'Thôn Đông' },
        ],
      },
    },
    'Năm 2024 xã có 2 hộ nghèo.',
  );
  const budgetId = await publish(
    BUDGET.code,
    'Thu, chi ngân sách xã quý II năm 2024',
    BUDGET_CONTENT,
    'Quý II xã thu 2 tỷ 310 triệu đồng, chi 1 tỷ 987 triệu đồng.',
  );
  await world.run(systemActor, (context, tx) =>
    publishContact(
      context,
      tx,
      publishContactInput.parse({
        unitId: world.tree.commune,
        headTitle: 'Chủ tịch UBND xã',
        phone: '0221 000 123',
        email: 'xamot@vidu.example',
        validFrom: '01/01/2024',
      }),
    ),
  );
  const { qr } = await it.db.one(
    query({ qr: 'text' })`select qr from disclosure_place where id = ${boardId}`,
  );
  return { ...world, board: { id: boardId, qr }, budgetId, povertyId };
}

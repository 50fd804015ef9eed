import { calendarDate } from '../../src/kernel/dates.ts';
import { query, sql } from '../../src/kernel/db/sql.ts';
import { newId } from '../../src/kernel/ids.ts';
import { recordEntry } from '../../src/modules/assignments/index.ts';
import type { PublicBody } from '../../src/modules/disclosure/index.ts';
import { publishContact, publishContactInput } from '../../src/modules/units/index.ts';
import type { TestTenant } from './database.ts';
import { issueWork } from './issued-work.ts';
import { actorWith, type SmallTree, smallTree } from './people.ts';
import { putPublicItem } from './public-items.ts';

type Field = PublicBody['fields'][number];
type Row = Record<string, string | number | null>;

const label = (vi: string) => ({ vi, en: vi });

export const text = (key: string, value: string): Field => ({
  key,
  label: label(key),
  kind: 'long_text',
  value,
});

/** A table whose columns are the keys of its first row. */
export function table(key: string, rows: readonly Row[]): Field {
  const columns = Object.keys(rows[0] ?? {}).map((one) => ({
    key: one,
    label: label(one),
    kind: typeof rows[0]?.[one] === 'number' ? ('amount' as const) : ('text' as const),
  }));
  return { key, label: label(key), kind: 'table', columns, rows: [...rows] };
}

const line = (khoan_muc: string, du_toan: number, thuc_hien: number): Row => ({
  khoan_muc,
  du_toan,
  thuc_hien,
});

export interface PortalScene {
  readonly tree: SmallTree;
  /** What the address of the first commune says; the other one has published nothing. */
  readonly key: string;
  readonly otherKey: string;
  readonly planId: string;
  /** Words that an official wrote and that no citizen may read. */
  readonly secret: string;
}

/** A commune that has made public what the pages for citizens are made from, with one piece of accepted work. */
export async function portalScene(place: TestTenant): Promise<PortalScene> {
  const tree = await smallTree(place);
  const unitId = tree.commune;
  const put = (given: Omit<Parameters<typeof putPublicItem>[1], 'unitId'>) =>
    putPublicItem(place, { unitId, ...given });
  await put({
    title: 'Thực hiện dự toán ngân sách xã, quý I năm 2024',
    code: 'thuc-hien-ngan-sach-quy',
    occurrence: '2024Q1',
    eventOn: calendarDate('2024-03-31'),
    body: {
      fields: [
        table('thu', [
          line('Tổng số thu', 6_697_000_000, 3_214_500_000),
          line('Phí, lệ phí', 80_000_000, 41_250_000),
          line('Thu bổ sung từ ngân sách cấp trên', 5_200_000_000, 2_600_000_000),
        ]),
        table('chi', [
          line('Tổng số chi', 6_500_000_000, 2_900_000_000),
          line('Chi giáo dục', 90_000_000, 950_000),
        ]),
        text('thuyet_minh', 'Thu đạt khá do nộp sớm.'),
      ],
    },
  });
  await put({
    title: 'Quyết toán ngân sách xã năm 2022',
    code: 'quyet-toan-ngan-sach',
    occurrence: '2024-06-01#1',
    eventOn: calendarDate('2024-06-01'),
    body: {
      fields: [
        text('nam_ngan_sach', '2022'),
        table('thu', [line('Tổng số thu', 5_000_000_000, 5_100_000_000)]),
        table('chi', [line('Tổng số chi', 5_000_000_000, 4_900_000_000)]),
      ],
    },
  });
  await put({
    section: 'reception',
    title: 'Lịch tiếp công dân',
    body: {
      fields: [
        table('lich', [
          {
            ngay: '2024-06-20',
            tu: '07:30',
            den: '11:30',
            noi_tiep: 'Trụ sở',
            nguoi_tiep: 'Chủ tịch',
            ghi_chu: '',
          },
          {
            ngay: '2024-06-27',
            tu: '07:30',
            den: '11:30',
            noi_tiep: 'Trụ sở, phòng 1',
            nguoi_tiep: 'Chủ tịch </script>',
            ghi_chu: '',
          },
          {
            ngay: '2024-07-04',
            tu: '13:30',
            den: '16:30',
            noi_tiep: 'Trụ sở',
            nguoi_tiep: 'Phó Chủ tịch',
            ghi_chu: '',
          },
        ]),
        text('tiep_thuong_xuyen', 'Giờ hành chính các ngày làm việc'),
      ],
    },
  });
  await put({
    section: 'leaders',
    title: 'Lãnh đạo xã',
    body: {
      fields: [
        table('lanh_dao', [
          {
            ho_ten: 'Nguyễn Văn Ví Dụ',
            chuc_vu: 'Chủ tịch UBND xã',
            nhiem_vu: 'Phụ trách chung',
            dien_thoai: '0221 000 111',
            thu_dien_tu: 'mot@vidu.example',
          },
        ]),
      ],
    },
  });
  await put({
    section: 'procedures',
    title: 'Thủ tục hành chính',
    body: {
      fields: [
        table('thu_tuc', [
          {
            ten: 'Đăng ký khai sinh',
            linh_vuc: 'Hộ tịch',
            thoi_han: 'trong ngày',
            phi_le_phi: 'không',
            ho_so: 'Tờ khai',
            noi_nop: 'Bộ phận Một cửa',
          },
        ]),
      ],
    },
  });
  await put({
    section: 'projects',
    title: 'Dự án năm 2024',
    body: {
      fields: [
        table('du_an', [
          {
            ten: 'Đường thôn Đông',
            dia_diem: 'Thôn Đông',
            chu_dau_tu: 'UBND xã',
            tong_muc_dau_tu: 1_500_000_000,
            nguon_von: 'Ngân sách',
            khoi_cong: '2024-02-01',
            hoan_thanh: '2024-09-30',
          },
        ]),
      ],
    },
  });
  await put({
    section: 'projects',
    title: 'Tiến độ tháng 5',
    eventOn: calendarDate('2024-05-31'),
    body: {
      fields: [
        table('tien_do', [
          {
            ten: 'Đường thôn Đông',
            khoi_luong: 62.5,
            giai_ngan: 800_000_000,
            du_kien_xong: '2024-10-15',
            vuong_mac: '',
          },
        ]),
      ],
    },
  });
  await put({
    section: 'land',
    title: 'Kế hoạch sử dụng đất 2024',
    body: {
      fields: [
        table('cong_trinh', [
          { ten: 'Nhà văn hóa', dia_diem: 'Thôn Đông', dien_tich: 0.25, loai_dat: 'DVH', nam: '2024' },
        ]),
        text('ban_do', 'https://bando.vidu.example/'),
      ],
    },
  });
  await put({
    section: 'poverty',
    title: 'Quy trình rà soát',
    body: { fields: [table('cac_buoc', [{ buoc: 'Lập danh sách' }]), text('noi_hoi', 'Trưởng thôn')] },
  });
  await put({
    section: 'fees',
    title: 'Các khoản thu',
    body: {
      fields: [
        table('khoan_thu', [
          {
            ten: 'Vệ sinh',
            doi_tuong: 'Hộ',
            muc_thu: '20.000 đồng/tháng',
            can_cu: 'x',
            mien_giam: 'Hộ nghèo',
          },
        ]),
      ],
    },
  });
  await place.db.transaction((tx) =>
    publishContact(
      place.context(),
      tx,
      publishContactInput.parse({
        unitId,
        validFrom: '2024-01-01',
        headTitle: 'Chủ tịch',
        phone: '0221 000 222',
        email: 'xamot@vidu.example',
      }),
    ),
  );
  const { planId, secret } = await acceptedWork(place, tree);
  const keys = await place.db.rows(
    query({ unitId: 'uuid', key: 'text' })`select id as "unitId", key from units_unit`,
  );
  const keyOf = (id: string): string => keys.find((one) => one.unitId === id)?.key ?? '';
  return { tree, key: keyOf(unitId), otherKey: keyOf(tree.otherCommune), planId, secret };
}

async function acceptedWork(place: TestTenant, tree: SmallTree): Promise<{ planId: string; secret: string }> {
  const secret = 'Ghi chú nội bộ của xã';
  const forCommune = { executors: 'chosen', chosenUnitIds: [tree.commune] } as const;
  const { planId, work } = await issueWork(place, tree, [forCommune, forCommune]);
  await place.db.transaction(async (tx) => {
    await tx.run(sql`
      insert into plans_plan (id, unit_id, year, title, number, issued_on, signer_name, signer_title, state, created_at, changed_at)
      values (${planId}, ${tree.district}, 2024, 'Kế hoạch nâng cao PAPI 2024', '15/KH-UBND', '2024-01-22', 'Ông A', 'Chủ tịch', 'issued',
        now(), now())`);
    await tx.run(sql`
      insert into plans_clause (id, plan_id, path, parent_path, kind, label, title, body, position)
      values (${newId()}, ${planId}, 'II', null, 'part', 'II.', 'Nhiệm vụ', '', 0),
        (${newId()}, ${planId}, 'II.1.1.b', 'II', 'letter', 'b)', 'Phổ biến pháp luật', 'Các xã phổ biến <luật>.', 1)`);
  });
  const mine = work.filter(({ unitId }) => unitId === tree.commune);
  const [done, claimed] = mine;
  if (!done || !claimed) throw new Error('the commune was given two pieces of work');
  const commune = actorWith('lead', [tree.district, tree.commune]);
  const office = actorWith('lead', [tree.district, tree.office]);
  const happenedOn = calendarDate('2024-06-20');
  for (const one of [done, claimed])
    await place.db.transaction((tx) =>
      recordEntry(place.context(commune), tx, {
        assignmentId: one.id,
        kind: 'claim',
        happenedOn,
        note: secret,
      }),
    );
  await place.db.transaction((tx) =>
    recordEntry(place.context(office), tx, {
      assignmentId: done.id,
      kind: 'accept',
      happenedOn: calendarDate('2024-06-24'),
      note: secret,
    }),
  );
  return { planId, secret };
}

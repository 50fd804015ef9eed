import { describe, expect, it } from 'vitest';
import { type ExampleCommune, exampleObligations, examplePublications, exampleTenant } from './index.ts';

const commune = (key: string, number: number): ExampleCommune => ({
  key,
  name: 'xã Thử',
  phone: '0221 000 000',
  email: 'thu@vidu.example',
  villages: ['Thôn Một', 'Thôn Hai'],
  leader: { name: 'A', title: 'Chủ tịch' },
  clerk: { name: 'B', title: 'Công chức' },
  number,
});
const stories = [
  'thi-tran-an-thi',
  'xa-phu-ung',
  'xa-bac-son',
  'xa-bai-say',
  'xa-dao-duong',
  'xa-van-du',
].map((key, number) => examplePublications(commune(key, number)));

type Lines = readonly { readonly du_toan: number; readonly thuc_hien: number }[];
const REVENUE = [
  [0, 1, 9, 10, 11, 12],
  [1, 2, 3, 4, 5, 6, 7, 8],
  [12, 13, 14],
];
const SPENDING = [
  [0, 1, 2, 13, 14],
  [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
];

describe('what the communes of the example publish', () => {
  it('are obligations that the example follows, on days that have come', () => {
    const followed = exampleObligations.flatMap(({ codes }) => codes);
    for (const one of stories.flat()) {
      expect(followed).toContain(one.code);
      for (const day of [one.publishedOn, one.office, one.halls, one.told, one.corrected?.on, one.removedOn])
        if (day) expect(day <= exampleTenant.today && day >= one.publishedOn, one.code).toBe(true);
    }
  });

  it('has budgets whose sums are sums, planned and done, and as much spent as taken in by the plan', () => {
    const budgets = stories.flat().filter(({ code }) => /ngan-sach-quy|du-toan/.test(code));
    expect(budgets.length).toBeGreaterThan(8);
    for (const { raw } of budgets) {
      const [revenue, spending] = [raw.thu as unknown as Lines, raw.chi as unknown as Lines];
      for (const column of ['du_toan', 'thuc_hien'] as const)
        for (const [lines, sums] of [
          [revenue, REVENUE],
          [spending, SPENDING],
        ] as const)
          for (const [total = 0, ...parts] of sums) {
            if (lines[total]?.[column] === undefined) continue;
            const sum = parts.reduce((all, at) => all + (lines[at]?.[column] ?? 0), 0);
            expect(lines[total]?.[column]).toBe(sum);
          }
      expect(spending[0]?.du_toan).toBe(revenue[0]?.du_toan);
    }
  });

  it('names heads of households and nothing more of them', () => {
    const lists = stories.flat().filter(({ code }) => code === 'ho-ngheo-cong-nhan');
    expect(lists).toHaveLength(5);
    for (const { raw } of lists)
      for (const row of raw.danh_sach as readonly object[])
        expect(Object.keys(row)).toEqual(['chu_ho', 'thon', 'loai']);
  });

  it('is the same each time', () => {
    expect(examplePublications(commune('xa-bai-say', 3))).toEqual(
      examplePublications(commune('xa-bai-say', 3)),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveryLimits } from '../limits.ts';
import { isDeliverable } from './address.ts';
import { type DigestWork, joinWork, unitsAtWork } from './digest.ts';
import { nextMailTry, nextPushTry, nextServerTry } from './retry.ts';

const now = new Date('2026-11-27T00:00:00Z');
const minutes = (next: Date): number => (next.getTime() - now.getTime()) / 60_000;

describe('another try', () => {
  it('comes later each time, first after a minute, never later than its longest pause', () => {
    expect([1, 2, 3, 4].map((n) => minutes(nextMailTry(n, now)))).toEqual([1, 2, 4, 8]);
    for (const [next, most] of [
      [nextMailTry, deliveryLimits.mail_pause_minutes],
      [nextServerTry, deliveryLimits.server_pause_minutes],
      [nextPushTry, deliveryLimits.push_pause_minutes],
    ] as const)
      fc.assert(
        fc.property(fc.nat({ max: 10_000 }), (times) => {
          const pause = minutes(next(times, now));
          expect(pause).toBeGreaterThanOrEqual(1);
          expect(pause).toBeLessThanOrEqual(most);
          expect(minutes(next(times + 1, now))).toBeGreaterThanOrEqual(pause);
        }),
      );
  });
});

describe('an address', () => {
  it('can be written to unless its domain is kept for examples', () => {
    for (const address of ['a@anthi.gov.vn', 'a@example-school.vn', 'a@myexample.com.vn', 'a@test.vn'])
      expect(isDeliverable(address), address).toBe(true);
    for (const address of [
      null,
      'quantri@vidu.example',
      'a@example.com',
      'a@x.example.org',
      'a@LOCALHOST',
      'a@may.test',
      'a@x.invalid',
    ])
      expect(isDeliverable(address), String(address)).toBe(false);
  });
});

describe('the work of a digest', () => {
  it('is that of units in which the person works, named once each', () => {
    const post = (unitId: string, role: string) => ({
      postId: `${unitId}-${role}`,
      role,
      title: '',
      unitId,
      unitName: `Đơn vị ${unitId}`,
      lineage: [unitId],
      acting: false,
      carries: [],
    });
    const posts = [
      post('a', 'member'),
      post('a', 'admin'),
      post('b', 'admin'),
      post('c', 'front'),
      post('d', 'leader'),
    ];
    expect([...unitsAtWork({ posts })]).toEqual([
      ['a', 'Đơn vị a'],
      ['d', 'Đơn vị d'],
    ]);
  });

  it('of several units is counted together, the earliest dues first, and cut to what is shown', () => {
    const line = (id: string, dueOn: string): DigestWork['lines'][number] => ({
      id,
      code: '1.1',
      words: 'Việc',
      unitName: 'Xã',
      dueOn: dueOn as DigestWork['lines'][number]['dueOn'],
      lateDays: 1,
    });
    const joined = joinWork(
      [
        { count: 5, lines: [line('b', '2024-06-20'), line('d', '2024-06-22')] },
        { count: 1, lines: [line('a', '2024-06-20')] },
      ],
      2,
    );
    expect(joined.count).toBe(6);
    expect(joined.lines.map((one) => one.id)).toEqual(['a', 'b']);
    expect(joinWork([], 2)).toEqual({ count: 0, lines: [] });
  });
});

import { describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/authz.ts';
import { mayChangeCalendar } from './policy.ts';

function holder(role: string, lineage: readonly string[]): Actor {
  const unitId = lineage.at(-1) ?? 'ended';
  const post = { postId: 'p', role, title: '', unitId, unitName: '', lineage, acting: false, carries: [] };
  return { personId: 'someone', name: '', posts: [post], current: post, scopes: null };
}

describe('the calendar that counts every unit’s days', () => {
  it.each([
    ['the administrator of the whole jurisdiction', 'admin', ['huyện'], true],
    ['its standing agency', 'standing', ['huyện', 'phòng nội vụ'], true],
    ['the administrator of one commune', 'admin', ['huyện', 'xã'], false],
    ['the standing agency of one commune', 'standing', ['huyện', 'xã', 'văn phòng'], false],
    ['the administrator of a unit that has ended', 'admin', [], false],
    ['a leader', 'leader', ['huyện'], false],
  ])('%s', (_who, role, lineage, may) => {
    expect(mayChangeCalendar(holder(role, lineage), null)).toBe(may);
  });
});

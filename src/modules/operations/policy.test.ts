import { expect, it } from 'vitest';
import { type Actor, systemActor } from '../../kernel/authz.ts';
import { mayOperate } from './policy.ts';

const holder = (role: string, depth: number): Actor => {
  const lineage = Array.from({ length: depth }, (_, n) => `unit-${n}`);
  const unitId = lineage.at(-1) ?? '';
  const post = { postId: 'p', role, title: '', unitId, unitName: '', lineage, acting: false, carries: [] };
  return { personId: 'x', name: '', posts: [post], current: post, scopes: null };
};

it('only the administrator of the top unit operates the program, and the machine itself', () => {
  expect(mayOperate(holder('admin', 1), null)).toBe(true);
  expect(mayOperate(systemActor, null)).toBe(true);
  expect(mayOperate(holder('admin', 2), null)).toBe(false);
  // The unit has ended: no place in the tree, no right.
  expect(mayOperate(holder('admin', 0), null)).toBe(false);
  for (const role of ['standing', 'leader', 'lead', 'member', 'front', 'council', 'superior'])
    expect(mayOperate(holder(role, 1), null), role).toBe(false);
});

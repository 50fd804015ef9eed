import { describe, expect, it } from 'vitest';
import { type Actor, systemActor } from '../../kernel/authz.ts';
import { mailboxesOf, mayRead, mayRunMail } from './policy.ts';

const holder = (role: string, ...lineage: readonly string[]): Actor => {
  const unitId = lineage.at(-1) ?? '';
  const post = { postId: 'p', role, title: '', unitId, unitName: '', lineage, acting: false, carries: [] };
  return { personId: 'me', name: '', posts: [post], current: post, scopes: null };
};

describe('a notice', () => {
  it('to a unit is read by its holders, and by the standing agency of the committee it serves', () => {
    const toCommittee = { unitId: 'committee', personId: null };
    expect(mayRead(holder('leader', 'committee'), toCommittee)).toBe(true);
    expect(mayRead(holder('standing', 'committee', 'office'), toCommittee)).toBe(true);
    expect(mayRead(holder('lead', 'committee', 'office'), toCommittee)).toBe(false);
    expect(mailboxesOf(holder('standing', 'committee', 'office'))).toEqual(['office', 'committee']);
  });

  it('to a unit that has ended is read by the holders of the one that carries its work on', () => {
    const [post] = holder('member', 'committee', 'commune').posts;
    if (!post) throw new Error('no post');
    const carrying = { ...holder('member'), posts: [{ ...post, carries: ['ended'] }] };
    expect(mailboxesOf(carrying)).toEqual(['commune', 'ended']);
    expect(mayRead(carrying, { unitId: 'ended', personId: null })).toBe(true);
  });

  it('to one person is read by that person alone, whatever posts others hold in the unit', () => {
    const toMe = { unitId: 'office', personId: 'me' };
    expect(mayRead({ ...holder('member'), posts: [] }, toMe)).toBe(true);
    expect(mayRead({ ...holder('leader', 'office'), personId: 'other' }, toMe)).toBe(false);
  });
});

it('emails are run by the administrator of the top unit alone', () => {
  expect(mayRunMail(holder('admin', 'top'), null)).toBe(true);
  expect(mayRunMail(systemActor, null)).toBe(true);
  expect(mayRunMail(holder('admin', 'top', 'below'), null)).toBe(false);
  expect(mayRunMail(holder('leader', 'top'), null)).toBe(false);
});

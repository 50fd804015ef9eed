import { describe, expect, it } from 'vitest';
import { actorWith } from '../../../test/support/people.ts';
import { type Actor, systemActor } from '../../kernel/authz.ts';
import type { Unit, UnitsOfDay } from '../units/index.ts';
import { mayAnswer, mayAsk, mayDecide, maySee, seenUnits } from './policy.ts';

const tree = [
  { id: 'huyen', lineage: ['huyen'] },
  { id: 'noi-vu', lineage: ['huyen', 'noi-vu'] },
  { id: 'xa-1', lineage: ['huyen', 'xa-1'] },
  { id: 'xa-2', lineage: ['huyen', 'xa-2'] },
  { id: 'thon', lineage: ['huyen', 'xa-1', 'thon'] },
];
/** The tree of a day after commune 3 passed its work on to commune 1. */
const units: UnitsOfDay = {
  tree: tree as unknown as Unit[],
  byId: new Map(tree.map((unit) => [unit.id, unit as unknown as Unit])),
  names: new Map([...tree.map(({ id }) => id), 'xa-3', 'xa-4'].map((id) => [id, id])),
  carried: new Map([['xa-1', ['xa-3']]]),
  carrier: new Map([['xa-3', 'xa-1']]),
};
const lineageOf = (id: string) => tree.find((unit) => unit.id === id)?.lineage ?? [];
const actor = (role: string, id: string) => actorWith(role, lineageOf(id));
const asked = (role: string, id: string) =>
  tree.filter((unit) => mayAsk(actor(role, id), unit)).map((unit) => unit.id);

describe('asking to explain', () => {
  it('is for who leads above a unit, and the standing agency; nobody asks their own', () => {
    expect(asked('leader', 'huyen')).toEqual(['noi-vu', 'xa-1', 'xa-2', 'thon']);
    expect(asked('standing', 'noi-vu')).toEqual(['xa-1', 'xa-2', 'thon']);
    expect(asked('leader', 'xa-1')).toEqual(['thon']);
    for (const role of ['member', 'lead', 'front', 'council', 'superior', 'admin'])
      expect(asked(role, 'huyen'), role).toEqual([]);
    expect(mayAsk(systemActor, { lineage: lineageOf('xa-1') })).toBe(false);
  });

  it('of a unit that has ended is read and answered by who carries its work on, and followed by who is above that', () => {
    const carrying = (role: string): Actor => {
      const { posts, ...rest } = actor(role, 'xa-1');
      const [post] = posts;
      if (!post) throw new Error('no post');
      return { ...rest, posts: [{ ...post, carries: ['xa-3'] }] };
    };
    const ended = { lineage: ['huyen', 'xa-3'] };
    expect(seenUnits(carrying('member'), units)).toEqual(['xa-1', 'xa-3']);
    expect([mayAnswer(carrying('member'), ended), mayAnswer(actor('member', 'xa-2'), ended)]).toEqual([
      true,
      false,
    ]);
    expect([mayDecide(actor('leader', 'huyen'), ended), mayDecide(carrying('leader'), ended)]).toEqual([
      true,
      false,
    ]);
    expect(seenUnits(actor('leader', 'huyen'), units)).toEqual([
      'huyen',
      'noi-vu',
      'xa-1',
      'xa-2',
      'thon',
      'xa-3',
    ]);
  });

  it('is answered by people of the unit alone', () => {
    for (const role of ['member', 'leader'])
      expect(tree.filter((unit) => mayAnswer(actor(role, 'xa-1'), unit)).map(({ id }) => id)).toEqual([
        'xa-1',
      ]);
    expect(mayAnswer(actor('leader', 'huyen'), { lineage: lineageOf('xa-1') })).toBe(false);
  });

  it('is read by the unit, who may ask, and who oversees; another commune sees nothing of it', () => {
    expect(seenUnits(actor('member', 'xa-2'), units)).toEqual(['xa-2']);
    expect(seenUnits(actor('superior', 'huyen'), units)).toHaveLength(units.names.size);
    for (const role of ['leader', 'standing', 'council', 'admin'])
      expect(
        maySee(actor(role, role === 'leader' || role === 'admin' ? 'huyen' : 'noi-vu'), {
          lineage: lineageOf('xa-1'),
        }),
        role,
      ).toBe(true);
    expect(maySee(actor('lead', 'noi-vu'), { lineage: lineageOf('xa-1') })).toBe(false);
  });
});

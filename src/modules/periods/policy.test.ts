import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryActor, arbitraryLineages } from '../../../test/support/arbitrary-tree.ts';
import { actorWith } from '../../../test/support/people.ts';
import type { Actor } from '../../kernel/authz.ts';
import { mayAnswer, mayAsk, mayManage, unitsAskedFor } from './policy.ts';

const ROLES = ['admin', 'standing', 'leader', 'lead', 'member', 'front', 'council', 'superior'];

const anyWorld = (check: (actor: Actor, lineage: string[]) => void): void =>
  fc.assert(
    fc.property(
      arbitraryLineages().chain((lineages) =>
        fc.record({ actor: arbitraryActor(lineages, ROLES), lineage: fc.constantFrom(...lineages) }),
      ),
      ({ actor, lineage }) => check(actor, lineage),
    ),
    { numRuns: 2000 },
  );

describe('rights over periods, over random trees', () => {
  it('nobody answers for a unit in which they hold a post, and nobody asks for one in which they hold none', () => {
    anyWorld((actor, lineage) => {
      const isOfUnit = actor.posts.some(({ unitId }) => unitId === lineage.at(-1));
      if (mayAnswer(actor, { lineage })) expect(isOfUnit).toBe(false);
      if (mayAsk(actor, { lineage })) expect(isOfUnit).toBe(true);
      expect(mayAnswer(actor, { lineage }) && mayAsk(actor, { lineage })).toBe(false);
    });
  });

  it('the units that a form offers are those for which the person may ask', () => {
    anyWorld((actor, lineage) => {
      const unitId = lineage.at(-1) ?? '';
      if (unitsAskedFor(actor).includes(unitId))
        expect(actor.posts.some((post) => post.unitId === unitId)).toBe(true);
      for (const post of actor.posts)
        expect(unitsAskedFor(actor).includes(post.unitId)).toBe(
          actor.posts.some((one) => one.unitId === post.unitId && mayAsk(actor, { lineage: one.lineage })),
        );
    });
  });
});

describe('rights over periods', () => {
  const [district, office, commune] = ['huyen', 'phong', 'xa'];

  it.each([
    ['the standing agency of the whole', actorWith('standing', [district, office]), true],
    ['the administrator of the whole', actorWith('admin', [district]), true],
    ['the administrator of a commune', actorWith('admin', [district, commune]), false],
    ['the standing agency of a commune', actorWith('standing', [district, commune, 'vp']), false],
    ['a leader', actorWith('leader', [district]), false],
    ['a superior', actorWith('superior', [district]), false],
  ])('%s', (_, actor, may) => {
    expect(mayManage(actor, null)).toBe(may);
  });

  it('the extension of the standing agency’s own office is answered by a leader, and the root asks nobody', () => {
    const ofOffice = { lineage: [district, office] };
    expect(mayAsk(actorWith('standing', [district, office]), ofOffice)).toBe(true);
    expect(mayAnswer(actorWith('standing', [district, office]), ofOffice)).toBe(false);
    expect(mayAnswer(actorWith('leader', [district]), ofOffice)).toBe(true);
    expect(mayAsk(actorWith('leader', [district]), { lineage: [district] })).toBe(false);
  });

  it('a commune’s own chairman asks and does not answer; the Front and the Council do neither', () => {
    const ofCommune = { lineage: [district, commune] };
    expect(mayAsk(actorWith('leader', [district, commune]), ofCommune)).toBe(true);
    expect(mayAnswer(actorWith('leader', [district, commune]), ofCommune)).toBe(false);
    for (const role of ['front', 'council', 'superior', 'admin']) {
      expect(mayAsk(actorWith(role, [district, commune]), ofCommune)).toBe(false);
      expect(mayAnswer(actorWith(role, [district]), ofCommune)).toBe(false);
    }
  });
});

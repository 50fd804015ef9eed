import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryActor, arbitraryLineages } from '../../../test/support/arbitrary-tree.ts';
import { actorWith } from '../../../test/support/people.ts';
import type { Actor } from '../../kernel/authz.ts';
import type { Scope } from '../assignments/index.ts';
import {
  mayAnswer,
  mayAskForAnswer,
  mayRead,
  mayUrge,
  mayUrgeSomething,
  ownPlaces,
  readingScope,
  urgingScope,
} from './policy.ts';

const ROLES = ['admin', 'standing', 'leader', 'lead', 'member', 'front', 'council', 'superior'];

const world = arbitraryLineages().chain((lineages) =>
  fc.record({
    actor: arbitraryActor(lineages, ROLES),
    doer: fc.constantFrom(...lineages),
    acceptor: fc.constantFrom(...lineages),
  }),
);

function covers(scope: Scope, lineage: readonly string[], acceptingLineage: readonly string[]): boolean {
  return (
    scope.everything ||
    scope.under.some((id) => lineage.includes(id)) ||
    scope.own.includes(lineage.at(-1) ?? '') ||
    scope.accepting.includes(acceptingLineage.at(-1) ?? '')
  );
}

const anyWorld = (check: (actor: Actor, doer: string[], acceptor: string[]) => void): void =>
  fc.assert(
    fc.property(world, ({ actor, doer, acceptor }) => check(actor, doer, acceptor)),
    { numRuns: 2000 },
  );

describe('rights over urgings, over random trees', () => {
  it('the list to choose from holds exactly what the single right allows', () => {
    anyWorld((actor, lineage, acceptingLineage) => {
      const allowed = mayUrge(actor, { lineage, acceptingLineage });
      expect(covers(urgingScope(actor), lineage, acceptingLineage)).toBe(allowed);
    });
  });

  it('the list of urgings shows exactly what the single right allows', () => {
    anyWorld((actor, lineage) => {
      expect(covers(readingScope(actor), lineage, [])).toBe(mayRead(actor, { lineage }));
    });
  });

  it('whoever may urge anything may open the page to do so, and overseers may not', () => {
    anyWorld((actor, lineage, acceptingLineage) => {
      if (mayUrge(actor, { lineage, acceptingLineage }) || mayAskForAnswer(actor, { lineage }))
        expect(mayUrgeSomething(actor, null)).toBe(true);
      const overseer = actor.posts.every((post) => !['standing', 'leader', 'lead'].includes(post.role));
      if (overseer) expect(mayUrge(actor, { lineage, acceptingLineage })).toBe(false);
    });
  });

  it('only the unit’s own people write back, and those who do may read it', () => {
    anyWorld((actor, lineage) => {
      if (!mayAnswer(actor, { lineage })) return;
      expect(ownPlaces(actor)).toContain(lineage.at(-1));
      expect(mayRead(actor, { lineage })).toBe(true);
    });
  });
});

describe('rights over urgings', () => {
  const [district, office, commune, village] = ['huyen', 'phong', 'xa', 'thon'];
  const ofCommune = { lineage: [district, commune], acceptingLineage: [district, office] };
  const ofVillage = { lineage: [district, commune, village], acceptingLineage: [district, commune] };

  it('the standing agency urges units of the committee it serves; a lead agency what it accepts; a commune’s leader those under it', () => {
    expect(mayUrge(actorWith('standing', [district, office]), ofVillage)).toBe(true);
    expect(mayUrge(actorWith('lead', [district, office]), ofCommune)).toBe(true);
    expect(mayUrge(actorWith('lead', [district, office]), ofVillage)).toBe(false);
    expect(mayUrge(actorWith('leader', [district, commune]), ofVillage)).toBe(true);
    expect(mayUrge(actorWith('member', [district, commune]), ofVillage)).toBe(false);
  });

  it('a lead agency does not urge others to answer, the standing agency does', () => {
    expect(mayAskForAnswer(actorWith('lead', [district, office]), { lineage: [district, office] })).toBe(
      false,
    );
    expect(mayAskForAnswer(actorWith('standing', [district, commune]), { lineage: [district, office] })).toBe(
      true,
    );
  });

  it('a superior reads everything and writes back for nobody', () => {
    const superior = actorWith('superior', [district]);
    expect(mayRead(superior, { lineage: [district, commune] })).toBe(true);
    expect(mayAnswer(superior, { lineage: [district] })).toBe(false);
  });
});

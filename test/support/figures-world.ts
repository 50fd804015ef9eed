import type { CommandContext } from '../../src/kernel/audit.ts';
import type { Actor, Post } from '../../src/kernel/authz.ts';
import type { Tx } from '../../src/kernel/db/database.ts';
import { newId } from '../../src/kernel/ids.ts';
import { defineFigure, type SaveRow } from '../../src/modules/figures/index.ts';
import { makeYear } from '../../src/modules/periods/index.ts';
import { defineGroups, unitById } from '../../src/modules/units/index.ts';
import type { TestTenant } from './database.ts';
import { type SmallTree, smallTree } from './people.ts';

export type DefinitionFacts = Parameters<typeof defineFigure>[2]['facts'];

/** A count of files that communes enter each half and year for the office; change what a test is about. */
export function factsOf(tree: SmallTree, parts: Partial<DefinitionFacts> = {}): DefinitionFacts {
  return {
    name: 'Số hồ sơ đã giải quyết đúng hạn',
    unitOfMeasure: 'hồ sơ',
    numberKind: 'count',
    decimals: 0,
    atMost: null,
    numeratorLabel: null,
    denominatorLabel: null,
    isPart: false,
    dimension: 5,
    subDimension: '5.4',
    direction: 'up',
    enteredBy: { groups: ['communes'], kinds: [], unitIds: [] },
    ownerUnitId: tree.office,
    periods: [{ kind: 'half' }, { kind: 'year' }],
    isCumulative: false,
    evidenceWanted: false,
    rollUp: 'sum',
    target: null,
    source: '',
    note: '',
    askedUntil: null,
    ...parts,
  };
}

/** The small tree with a group of communes, the periods of 2023 and 2024, and figures; the clock stands inside 2024-H1. */
export interface FiguresWorld {
  readonly tree: SmallTree;
  run<T>(actor: Actor | undefined, work: (context: CommandContext, tx: Tx) => Promise<T>): Promise<T>;
  /** Someone with a role in a unit, without an account. */
  actor(role: string, unitId: string): Promise<Actor>;
  /** Defines a figure under the next code; answers its id. */
  define(parts?: Partial<DefinitionFacts>, code?: string): Promise<string>;
  /** A cell of the commune for 2024-H1; change what a test is about. */
  cell(figureId: string, number: number, parts?: Partial<SaveRow>): SaveRow;
}

export async function figuresWorld(place: TestTenant): Promise<FiguresWorld> {
  const tree = await smallTree(place);
  const run: FiguresWorld['run'] = (actor, work) =>
    place.db.transaction((tx) => work(place.context(actor), tx));
  await run(undefined, async (context, tx) => {
    const rules = [{ kinds: ['ubnd' as const], tier: 'xã' }];
    await defineGroups(context, tx, {
      groups: [{ key: 'communes', name: 'UBND các xã', aliases: [], rules, exceptKeys: [] }],
    });
    for (const year of [2023, 2024])
      await makeYear(context, tx, {
        year,
        kinds: ['month', 'quarter', 'half', 'year'],
        regime: 'calendar_year',
        dueWithin: 4,
        lockWithin: 5,
      });
  });
  let codes = 0;
  return {
    tree,
    run,
    async actor(role, unitId): Promise<Actor> {
      const unit = await unitById(place.db, unitId, place.tenant.clock.today());
      if (!unit) throw new Error(`no unit ${unitId}`);
      const { name, lineage } = unit;
      const post: Post = {
        postId: newId(),
        role,
        title: role,
        unitId,
        unitName: name,
        lineage,
        acting: false,
        carries: [],
      };
      return { personId: newId(), name: `${role} ${name}`, posts: [post], current: post, scopes: null };
    },
    define(parts = {}, code = `CT9.${String(++codes).padStart(2, '0')}`) {
      return run(undefined, (context, tx) =>
        defineFigure(context, tx, { code, facts: factsOf(tree, parts), confirmed: true }),
      );
    },
    cell: (figureId, number, parts = {}) => ({
      figureId,
      unitId: tree.commune,
      periodCode: '2024-H1',
      value: { kind: 'number', number },
      ...parts,
    }),
  };
}

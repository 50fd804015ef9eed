import {
  exampleFileNames,
  readExampleFile,
  readExampleGroups,
  readExampleUnits,
} from '../../reference/example/index.ts';
import type { CommandContext } from '../../src/kernel/audit.ts';
import type { Actor, Post } from '../../src/kernel/authz.ts';
import type { Tx } from '../../src/kernel/db/database.ts';
import { newId } from '../../src/kernel/ids.ts';
import { addPerson, grantPost } from '../../src/modules/identity/index.ts';
import { confirmImport, createPlan, createPlanInput, stageImport } from '../../src/modules/plans/index.ts';
import { defineTiers, importUnits, type Unit, unitTree } from '../../src/modules/units/index.ts';
import type { TestTenant } from './database.ts';

export const TEST_PASSWORD = 'mot-cau-dai-de-thu-1';

/** The example's district for tests: its units, actors and accounts for posts, and a draft from its files. */
export interface PlanWorld {
  readonly units: readonly Unit[];
  unit(key: string): Unit;
  /** Someone who holds `role` in the unit, without an account. */
  actor(role: string, unitKey: string): Actor;
  /** An account that signs in with `TEST_PASSWORD`. */
  account(username: string, role: string, unitKey: string, title?: string): Promise<void>;
  run<T>(actor: Actor | undefined, work: (context: CommandContext, tx: Tx) => Promise<T>): Promise<T>;
  draft(title?: string): Promise<string>;
  /** Imports the example's body and annex into a draft. */
  importExample(planId: string): Promise<void>;
}

export async function planWorld(tenant: TestTenant): Promise<PlanWorld> {
  const { db, files } = tenant;
  const run: PlanWorld['run'] = (actor, work) => {
    const context = tenant.context(actor);
    return db.transaction((tx) => work(context, tx));
  };
  await run(undefined, async (context, tx) => {
    await defineTiers(context, tx, { names: ['tỉnh', 'huyện', 'xã', 'thôn'] });
    const json = JSON.stringify({ units: readExampleUnits(), groups: readExampleGroups() });
    await importUnits(context, tx, { fileName: 'units.json', bytes: new TextEncoder().encode(json) });
  });
  const units = await unitTree(db, tenant.tenant.clock.today());
  const unit = (key: string): Unit => {
    const found = units.find((one) => one.key === key);
    if (!found) throw new Error(`no unit ${key}`);
    return found;
  };
  const actor = (role: string, unitKey: string): Actor => {
    const { id, name, lineage } = unit(unitKey);
    const post: Post = {
      postId: newId(),
      role,
      title: role,
      unitId: id,
      unitName: name,
      lineage,
      acting: false,
      carries: [],
    };
    return { personId: newId(), name: `${role} ${name}`, posts: [post], current: post, scopes: null };
  };
  return {
    units,
    unit,
    actor,
    run,
    account: (username, role, unitKey, title = role) =>
      run(undefined, async (context, tx) => {
        const { personId } = await addPerson(context, tx, {
          username,
          email: `${username}@vidu.example`,
          fullName: `Người dùng ${username}`,
          password: TEST_PASSWORD,
          mustChangePassword: false,
        });
        const unitId = unit(unitKey).id;
        await grantPost(context, tx, {
          personId,
          unitId,
          title,
          role: role as 'standing',
          from: '2024-01-01',
          to: null,
          acting: false,
        });
      }),
    draft: (title = 'Nâng cao hiệu quả quản trị và hành chính công năm 2024') =>
      run(actor('standing', 'phong-noi-vu'), (context, tx) =>
        createPlan(
          context,
          tx,
          createPlanInput.parse({ unitId: unit('ubnd-huyen-an-thi').id, title, year: 2024 }),
        ),
      ),
    importExample: async (planId) => {
      const standing = actor('standing', 'phong-noi-vu');
      const importId = await run(standing, (context, tx) =>
        stageImport(
          context,
          tx,
          {
            planId,
            files: [exampleFileNames.body, exampleFileNames.annexSheet].map((name) => ({
              name,
              bytes: readExampleFile(name),
            })),
          },
          files,
        ),
      );
      await run(standing, (context, tx) => confirmImport(context, tx, { planId, importId }, files));
    },
  };
}

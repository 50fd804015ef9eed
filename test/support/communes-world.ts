import { addPerson, grantPost } from '../../src/modules/identity/index.ts';
import { createUnit, createUnitInput, defineTiers } from '../../src/modules/units/index.ts';
import type { TestTenant } from './database.ts';

export const COMMUNES_PASSWORD = 'ba con trâu trắng';

/** A district with an office, a body of the Front and communes of the given names (and codes), since 01/01/2021; ids by name. */
export async function communesWorld(
  world: TestTenant,
  communes: Readonly<Record<string, string | null>>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const create = async (fields: Record<string, unknown>): Promise<string> => {
    const input = createUnitInput.parse({ kind: 'ubnd', tier: 'xã', from: '2021-01-01', ...fields });
    return (await world.db.transaction((tx) => createUnit(world.context(), tx, input))).id;
  };
  await world.db.transaction((tx) => defineTiers(world.context(), tx, { names: ['huyện', 'xã'] }));
  const root = await create({ name: 'UBND huyện Ân Thi', tier: 'huyện' });
  ids.set('huyện Ân Thi', root);
  ids.set(
    'Phòng Nội vụ',
    await create({ name: 'Phòng Nội vụ', kind: 'phong', tier: 'huyện', parentId: root }),
  );
  for (const [name, code] of Object.entries(communes))
    ids.set(name, await create({ name: `UBND xã ${name}`, code, parentId: root }));
  await create({ name: `MTTQ xã ${Object.keys(communes)[0]}`, kind: 'mttq', parentId: root });
  return ids;
}

export async function personAt(
  world: TestTenant,
  username: string,
  role: 'admin' | 'standing',
  unitId: string,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const { personId } = await addPerson(world.context(), tx, {
      username,
      fullName: `Nguyễn Văn ${username}`,
      email: null,
      password: COMMUNES_PASSWORD,
      mustChangePassword: false,
    });
    const post = { personId, unitId, role, title: 'Cán bộ', from: '2024-01-01', to: null, acting: false };
    await grantPost(world.context(), tx, post);
  });
}

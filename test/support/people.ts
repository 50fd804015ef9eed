import type { Actor } from '../../src/kernel/authz.ts';
import { calendarDate } from '../../src/kernel/dates.ts';
import { newId } from '../../src/kernel/ids.ts';
import { addPerson, type Role } from '../../src/modules/identity/index.ts';
import { createUnit, createUnitInput, defineTiers } from '../../src/modules/units/index.ts';
import type { TestTenant } from './database.ts';

/** A small tree for tests: a district with an office and two communes, one of them with a village. */
export interface SmallTree {
  readonly district: string;
  readonly office: string;
  readonly commune: string;
  readonly otherCommune: string;
  readonly village: string;
}

export async function smallTree(place: TestTenant): Promise<SmallTree> {
  return place.db.transaction(async (tx) => {
    const context = place.context();
    await defineTiers(context, tx, { names: ['huyện', 'xã', 'thôn'] });
    const unit = async (
      name: string,
      kind: string,
      tier: string,
      parentId: string | null,
    ): Promise<string> => {
      const input = createUnitInput.parse({ name, kind, tier, parentId, from: '2021-01-01' });
      return (await createUnit(context, tx, input)).id;
    };
    const district = await unit('UBND huyện Thử Nghiệm', 'ubnd', 'huyện', null);
    const commune = await unit('UBND xã Một', 'ubnd', 'xã', district);
    return {
      district,
      office: await unit('Phòng Nội vụ', 'phong', 'huyện', district),
      commune,
      otherCommune: await unit('UBND xã Hai', 'ubnd', 'xã', district),
      village: await unit('Thôn Đông', 'thon', 'thôn', commune),
    };
  });
}

/** Someone who holds one post in the last unit of `lineage`, without an account. */
export function actorWith(role: string, lineage: readonly string[]): Actor {
  const unitId = lineage.at(-1) ?? '';
  const post = {
    postId: newId(),
    role,
    title: role,
    unitId,
    unitName: role,
    lineage,
    acting: false,
    carries: [],
  };
  return { personId: newId(), name: role, posts: [post], current: post, scopes: null };
}

export const TEST_PASSWORD = 'ba con trâu trắng';

/** A person with one post since 2024-01-01 and `TEST_PASSWORD`, which need not be changed. */
export async function personWithPost(
  place: TestTenant,
  username: string,
  post: { readonly unitId: string; readonly role: Role; readonly title?: string },
): Promise<{ personId: string; postId: string }> {
  const { personId, postId } = await place.db.transaction((tx) =>
    addPerson(place.context(), tx, {
      username,
      fullName: `Người ${username}`,
      password: TEST_PASSWORD,
      mustChangePassword: false,
      post: {
        unitId: post.unitId,
        role: post.role,
        title: post.title ?? 'Chuyên viên',
        from: calendarDate('2024-01-01'),
      },
    }),
  );
  return { personId, postId: postId ?? '' };
}

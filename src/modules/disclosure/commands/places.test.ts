import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { type DisclosureWorld, disclosureWorld } from '../../../../test/support/disclosure-world.ts';
import { refusal } from '../../../../test/support/period-world.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { endOfDay } from '../../../kernel/dates.ts';
import { query } from '../../../kernel/db/sql.ts';
import { disclosureErrors } from '../errors.ts';
import { postingErrors } from '../errors-posting.ts';
import { placeByQr, placesOf } from '../queries/places.ts';
import { type ChangePlaceInput, changePlace, closePlace, makePlace, type NewPlaceInput } from './places.ts';
import { postAt } from './post-at.ts';

let place: TestTenant;
let world: DisclosureWorld;
beforeAll(async () => {
  place = await testTenant();
  world = await disclosureWorld(place);
});
afterAll(() => place.close());

const nobody = '01900000-0000-7000-8000-000000000000';
const make = (parts: Partial<NewPlaceInput> = {}, actor: Actor = world.clerk) =>
  world.run(actor, (context, tx) =>
    makePlace(context, tx, {
      unitId: world.tree.commune,
      kind: 'office_board',
      name: 'Bảng tin',
      fromOn: world.day('2024-01-01'),
      ...parts,
    }),
  );
const change = (
  placeId: string,
  parts: Partial<ChangePlaceInput> = {},
  actor: Actor = world.clerk,
  at?: string,
) =>
  world.run(
    actor,
    (context, tx) =>
      changePlace(context, tx, {
        placeId,
        name: 'Bảng tin mới',
        fromOn: world.day('2024-01-01'),
        seenRevision: 1,
        ...parts,
      }),
    at,
  );

describe('a posting place', () => {
  it('has a code of its own for the wall, by which it is found', async () => {
    const [a, b] = [await make(), await make({ name: 'Bảng tin thứ hai' })];
    expect(a.qr).toMatch(/^[a-z2-9]{8}$/);
    expect(a.qr).not.toBe(b.qr);
    expect((await placeByQr(place.db, b.qr))?.id).toBe(b.placeId);
    expect(await placeByQr(place.db, 'aaaaaaaa')).toBeUndefined();
  });

  it('is made by the unit’s own people, as what it is', async () => {
    expect(await refusal(make({}, world.otherClerk))).toBe(disclosureErrors.may_not_write);
    expect(await refusal(make({}, world.villageHead))).toBe(disclosureErrors.may_not_write);
    expect(await refusal(make({ kind: 'portal' }))).toBe(postingErrors.place_own_portal);
    expect(await refusal(make({ kind: 'village_hall' }))).toBe(postingErrors.place_village_needed);
    expect(await refusal(make({ kind: 'village_hall', villageId: world.tree.otherCommune }))).toBe(
      postingErrors.place_village,
    );
    expect(await refusal(make({ latitude: 20.8 }))).toBe(postingErrors.place_located_half);
  });

  it('is corrected; a past day reads what it was called, and the public row what it is called now', async () => {
    const { placeId } = await make({ name: 'Bảng tin cổng trụ sở' });
    const itemId = await world.published();
    await world.run(world.clerk, (context, tx) =>
      postAt(context, tx, { itemId, placeId, postedOn: world.day('2024-06-24'), proof: [] }, place.files),
    );
    await change(placeId, { address: 'Thôn Đông' }, world.clerk, '2024-06-25T09:00');
    const named = async (asOf: Date | null) =>
      (await placesOf(place.db, world.tree.commune, null, asOf)).find(({ id }) => id === placeId)?.name;
    expect(await named(endOfDay(world.day('2024-06-24')))).toBe('Bảng tin cổng trụ sở');
    expect(await named(null)).toBe('Bảng tin mới');
    const { body } = await place.db.one(query({ body: 'json' })`
      select body from disclosure_public where item_id = ${itemId}`);
    expect(body).toMatchObject({
      places: expect.arrayContaining([
        expect.objectContaining({ placeId, name: 'Bảng tin mới', address: 'Thôn Đông' }),
      ]),
    });
  });

  it('changed by somebody else meanwhile is told; so is one that is not there, or not one’s own', async () => {
    const { placeId } = await make();
    await change(placeId);
    expect(await refusal(change(placeId))).toBe(postingErrors.changed_place);
    expect(await refusal(change(nobody))).toBe(postingErrors.place_not_found);
    expect(await refusal(change(placeId, { seenRevision: 2 }, world.otherClerk))).toBe(
      disclosureErrors.may_not_write,
    );
  });

  it('that ended is not listed on later days and takes no posting', async () => {
    const { placeId } = await make({ name: 'Bảng tin sắp bỏ' });
    await world.run(world.clerk, (context, tx) =>
      closePlace(context, tx, { placeId, untilOn: world.day('2024-06-20') }),
    );
    const on = async (day: string) =>
      (await placesOf(place.db, world.tree.commune, world.day(day))).some(({ id }) => id === placeId);
    expect([await on('2024-06-20'), await on('2024-06-21')]).toEqual([true, false]);
    expect(await refusal(change(placeId, { fromOn: world.day('2024-06-21'), seenRevision: 2 }))).toBe(
      postingErrors.place_days_crossed,
    );
  });

  it('on the product’s own portal is kept by the program', async () => {
    await world.published();
    const own = (await placesOf(place.db, world.tree.commune, null)).find(
      ({ kind, url }) => kind === 'portal' && url === null,
    );
    expect(await refusal(change(own?.id ?? ''))).toBe(postingErrors.place_own_portal);
    const portals = (await placesOf(place.db, world.tree.commune, null)).filter(
      ({ kind }) => kind === 'portal',
    );
    expect(portals).toHaveLength(1);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { actorWith } from '../../../../test/support/people.ts';
import {
  HALF,
  type PeriodWorld,
  periodWorld,
  refusal,
  toldUnits,
  vietnamTime,
} from '../../../../test/support/period-world.ts';
import { type Actor, systemActor } from '../../../kernel/authz.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { periodErrors } from '../errors.ts';
import { windowFor, windowsAt } from '../queries/windows.ts';
import { answerExtension } from './answer-extension.ts';
import { askExtension } from './ask-extension.ts';
import { endReopening, reopenPeriod } from './reopen.ts';

let place: TestTenant;
let world: PeriodWorld;

beforeAll(async () => {
  place = await testTenant();
  world = await periodWorld(place);
});
afterAll(() => place.close());

const ask = (instant: string, untilOn: string, actor: Actor = world.clerk, unitId = world.tree.commune) =>
  world.at(instant, actor, (context, tx) =>
    askExtension(context, tx, {
      code: HALF,
      unitId,
      untilOn: calendarDate(untilOn),
      reason: 'Mất điện hai ngày',
    }),
  );

const approve = (instant: string, extensionId: string, untilOn: string, actor: Actor = world.standing) =>
  world.at(instant, actor, (context, tx) =>
    answerExtension(context, tx, {
      outcome: 'approved',
      extensionId,
      untilOn: calendarDate(untilOn),
      reason: '',
    }),
  );

const refuse = (instant: string, extensionId: string, reason: string, actor: Actor = world.standing) =>
  world.at(instant, actor, (context, tx) =>
    answerExtension(context, tx, { outcome: 'refused', extensionId, reason }),
  );

const stateOf = async (instant: string, unitId = world.tree.commune) =>
  (await windowFor(place.db, (await world.half()).id, unitId, vietnamTime(instant)))?.state;

describe('an extension', () => {
  it('is asked by the unit, approved by somebody above it, and from then on the unit is in time', async () => {
    const id = await ask('2024-07-03T09:00', '2024-07-09');
    expect((await toldUnits(place, 'extension_asked'))[0]).toBe(world.tree.district);
    expect(await stateOf('2024-07-05T08:00')).toBe('late');
    expect(await refusal(ask('2024-07-03T10:00', '2024-07-08'))).toBe(periodErrors.extension_waiting);
    // Another day than was asked for may be granted.
    expect(await approve('2024-07-05T09:00', id, '2024-07-08')).toEqual({ code: HALF });
    expect((await toldUnits(place, 'extension_answered'))[0]).toBe(world.tree.commune);
    expect(await stateOf('2024-07-05T08:59')).toBe('late');
    expect(await stateOf('2024-07-05T09:00')).toBe('extended');
    expect(await stateOf('2024-07-05T09:00', world.tree.otherCommune)).toBe('late');
    expect(await stateOf('2024-07-09T00:00')).toBe('late');
    expect(await refusal(approve('2024-07-05T10:00', id, '2024-07-08'))).toBe(
      periodErrors.extension_answered,
    );
  });

  it('granted a second time adds days, and a shorter one takes none away', async () => {
    const longer = await ask('2024-07-06T09:00', '2024-07-10');
    await approve('2024-07-06T10:00', longer, '2024-07-10');
    expect(await stateOf('2024-07-10T23:00')).toBe('extended');
    expect(await refusal(ask('2024-07-06T11:00', '2024-07-10'))).toBe(periodErrors.extension_day);
    const windows = await windowsAt(place.db, [HALF, 'none'], vietnamTime('2024-07-06T11:00'));
    expect(windows.extensionOf(HALF, world.tree.commune)?.untilOn).toBe('2024-07-10');
    expect(windows.of('none', world.tree.commune)).toBeUndefined();
  });

  it('may be refused, with a reason that the unit reads', async () => {
    const other = actorWith('member', [world.tree.district, world.tree.otherCommune]);
    const id = await ask('2024-07-03T09:00', '2024-07-09', other, world.tree.otherCommune);
    expect(await refusal(refuse('2024-07-03T10:00', id, ' '))).toBe(periodErrors.refusal_needs_reason);
    await refuse('2024-07-03T10:00', id, 'Đủ thời gian', world.leader);
    expect(await stateOf('2024-07-05T08:00', world.tree.otherCommune)).toBe('late');
  });

  it.each([
    ['on the due day itself', '2024-07-04'],
    ['after the lock', '2024-07-12'],
  ])('does not end %s', async (_, untilOn) => {
    const office = actorWith('lead', [world.tree.district, world.tree.office]);
    expect(await refusal(ask('2024-07-03T09:00', untilOn, office, world.tree.office))).toBe(
      periodErrors.extension_day,
    );
  });

  it('is not asked for a day that has passed, before the period opens, or once it is locked', async () => {
    const office = actorWith('lead', [world.tree.district, world.tree.office]);
    const late = (instant: string) => refusal(ask(instant, '2024-07-08', office, world.tree.office));
    expect(await late('2024-07-09T09:00')).toBe(periodErrors.extension_past);
    expect(await late('2023-12-31T09:00')).toBe(periodErrors.extension_not_open);
    expect(await late('2024-07-12T09:00')).toBe(periodErrors.extension_not_open);
  });

  it('is nobody’s to approve who asked, nor of anybody in the unit, nor below; the database holds the first as well', async () => {
    const both: Actor = {
      ...world.standing,
      posts: [
        ...world.standing.posts,
        ...actorWith('member', [world.tree.district, world.tree.commune]).posts,
      ],
    };
    const id = await ask('2024-07-06T09:00', '2024-07-11', both);
    expect(await refusal(approve('2024-07-06T10:00', id, '2024-07-11', both))).toBe(
      periodErrors.extension_own,
    );
    const chairmanOfCommune = actorWith('leader', [world.tree.district, world.tree.commune]);
    for (const actor of [
      world.clerk,
      chairmanOfCommune,
      actorWith('admin', [world.tree.district]),
      systemActor,
    ])
      expect(await refusal(approve('2024-07-06T10:00', id, '2024-07-11', actor))).toBe(
        kernelErrors.forbidden,
      );
    const bySql = place.db.transaction((tx) =>
      tx.run(sql`insert into periods_extension_answer (extension_id, asked_by, outcome, until_on, reason, person_id, person_name, person_title, answered_at)
        values (${id}, ${both.personId}, 'approved', '2024-07-11', '', ${both.personId}, 'x', '', now())`),
    );
    expect(await refusal(bySql)).toBe(periodErrors.extension_own);
    expect(await refusal(approve('2024-07-06T10:00', newId(), '2024-07-11'))).toBe(
      periodErrors.extension_not_found,
    );
  });

  it('is asked by the unit’s own people alone', async () => {
    for (const actor of [world.standing, actorWith('superior', [world.tree.district]), systemActor])
      expect(await refusal(ask('2024-07-03T09:00', '2024-07-09', actor))).toBe(kernelErrors.forbidden);
  });
});

describe('a reopening', () => {
  const reopen = (instant: string, untilOn: string, unitId: string | null, actor: Actor = world.standing) =>
    world.at(instant, actor, (context, tx) =>
      reopenPeriod(context, tx, {
        code: HALF,
        unitId,
        untilOn: calendarDate(untilOn),
        reason: 'Số liệu sai',
      }),
    );

  it('takes what is entered again, for one unit or for all, and can be ended early', async () => {
    expect(await stateOf('2024-07-15T08:59', world.tree.otherCommune)).toBe('locked');
    await reopen('2024-07-15T09:00', '2024-07-17', world.tree.otherCommune);
    expect(await stateOf('2024-07-15T09:00', world.tree.otherCommune)).toBe('reopened');
    expect(await stateOf('2024-07-15T09:00')).toBe('locked');
    expect((await toldUnits(place, 'period_reopened'))[0]).toBe(world.tree.otherCommune);
    const id = await reopen('2024-07-16T09:00', '2024-07-18', null);
    expect(await stateOf('2024-07-18T23:59')).toBe('reopened');
    expect(new Set((await toldUnits(place, 'period_reopened')).slice(0, 3))).toEqual(
      new Set([world.tree.commune, world.tree.otherCommune, world.tree.office]),
    );
    const end = () =>
      world.at('2024-07-17T12:00', world.standing, (context, tx) =>
        endReopening(context, tx, { reopeningId: id }),
      );
    expect(await end()).toEqual({ code: HALF });
    expect(await stateOf('2024-07-17T12:00')).toBe('locked');
    // The one that was given to the other commune alone goes on to its own day.
    expect(await stateOf('2024-07-17T12:00', world.tree.otherCommune)).toBe('reopened');
    expect(await refusal(end())).toBe(periodErrors.reopening_over);
  });

  it('needs a period past its due day, an end within a month, and the standing agency', async () => {
    expect(await refusal(reopen('2024-07-04T23:59', '2024-07-10', null))).toBe(periodErrors.not_past_due);
    expect(await refusal(reopen('2024-07-15T09:00', '2024-07-14', null))).toBe(periodErrors.reopening_day);
    expect(await refusal(reopen('2024-07-15T09:00', '2024-08-16', null))).toBe(periodErrors.reopening_day);
    expect(await refusal(reopen('2024-07-15T09:00', '2024-07-20', newId()))).toBe(kernelErrors.not_found);
    expect(await refusal(reopen('2024-07-15T09:00', '2024-07-20', null, world.clerk))).toBe(
      kernelErrors.forbidden,
    );
  });
});

it('every act on a period stands in the audit', async () => {
  const events = await place.db.rows(query({ event: 'text' } as const)`
    select distinct event from kernel_audit where event like 'periods.%' order by event`);
  expect(events.map(({ event }) => event)).toEqual([
    'periods.extension_answered',
    'periods.extension_asked',
    'periods.made',
    'periods.reopened',
    'periods.reopening_ended',
  ]);
});

it('rows about periods are never changed or removed behind their past', async () => {
  for (const statement of [
    sql`delete from periods_period`,
    sql`update periods_extension set reason = 'x'`,
    sql`delete from periods_reopening`,
    sql`update periods_period_past set code = 'x'`,
  ])
    await expect(place.db.transaction((tx) => tx.run(statement))).rejects.toThrow(/never changed or removed/);
});

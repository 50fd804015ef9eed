import type { CommandContext } from '../../src/kernel/audit.ts';
import { type Actor, systemActor } from '../../src/kernel/authz.ts';
import { calendarDate } from '../../src/kernel/dates.ts';
import type { Tx } from '../../src/kernel/db/database.ts';
import { query, sql } from '../../src/kernel/db/sql.ts';
import { AppError, type ErrorType } from '../../src/kernel/errors.ts';
import { newId } from '../../src/kernel/ids.ts';
import { makePeriod, type Period, periodByCode } from '../../src/modules/periods/index.ts';
import '../../src/main/rooms.ts';
import type { TestTenant } from './database.ts';
import { actorWith, type SmallTree, smallTree } from './people.ts';

/** The small tree with the first half of 2024 as the plan of Ân Thi has it: cut-off 30/6, due 04/7, locked after 11/7. */
export interface PeriodWorld {
  readonly tree: SmallTree;
  readonly standing: Actor;
  readonly leader: Actor;
  readonly clerk: Actor;
  /** Acts at an instant given in Vietnam's time, `2024-07-03T09:00`. */
  at<T>(instant: string, actor: Actor, act: (context: CommandContext, tx: Tx) => Promise<T>): Promise<T>;
  half(): Promise<Period>;
}

export const HALF = '2024-H1';

export function vietnamTime(text: string): Date {
  return new Date(`${text}+07:00`);
}

export async function periodWorld(place: TestTenant): Promise<PeriodWorld> {
  const tree = await smallTree(place);
  const at: PeriodWorld['at'] = (instant, actor, act) =>
    place.db.transaction((tx) => act({ actor, now: vietnamTime(instant), requestId: newId() }, tx));
  await at('2024-01-22T09:00', systemActor, (context, tx) =>
    makePeriod(context, tx, {
      kind: 'half',
      name: '',
      fromOn: calendarDate('2024-01-01'),
      toOn: calendarDate('2024-06-30'),
      cutOffOn: null,
      due: { v: 1, type: 'before', date: calendarDate('2024-07-05') },
      lockOn: null,
    }),
  );
  return {
    tree,
    standing: actorWith('standing', [tree.district, tree.office]),
    leader: actorWith('leader', [tree.district]),
    clerk: actorWith('member', [tree.district, tree.commune]),
    at,
    async half() {
      const period = await periodByCode(place.db, HALF);
      if (!period) throw new Error('the world has no period');
      return period;
    },
  };
}

/** An issued plan whose clause III.1.b asks for a half-year and a yearly report, in the words of the plan of Ân Thi. */
export async function reportingPlan(place: TestTenant, unitId: string, year: number): Promise<string> {
  const id = newId();
  const next = year + 1;
  const body = `Báo cáo gửi về Phòng Nội vụ: 6 tháng đầu năm trước ngày 05/7/${year} (thời gian chốt số liệu tính từ ngày 01/01/${year} đến ngày 30/6/${year}); báo cáo năm trước 05/01/${next}.`;
  await place.db.transaction(async (tx) => {
    await tx.run(sql`insert into plans_plan (id, unit_id, year, title, state, number, issued_on, signer_name, signer_title,
        regular_period, created_at, changed_at)
      values (${id}, ${unitId}, ${year}, ${`Kế hoạch ${year}`}, 'issued', '15/KH-UBND', ${`${year}-01-20`}, 'Phạm Đức Toàn', 'Chủ tịch',
        'half', now(), now())`);
    await tx.run(sql`insert into plans_clause (id, plan_id, path, parent_path, kind, label, title, body, position)
      values (${newId()}, ${id}, 'III.1.b', null, 'letter', 'b', 'Về thực hiện chế độ báo cáo', ${body}, 1)`);
  });
  return id;
}

/** With which error an act is refused. */
export async function refusal(act: Promise<unknown>): Promise<ErrorType | unknown> {
  try {
    await act;
  } catch (error) {
    return error instanceof AppError ? error.type : error;
  }
  return 'no error';
}

/** Of which fields a refusal speaks. */
export async function fieldsOf(act: Promise<unknown>): Promise<string[]> {
  try {
    await act;
  } catch (error) {
    if (error instanceof AppError) return error.fields.map(({ field }) => field);
  }
  return [];
}

/** The units told of something, the latest first. */
export async function toldUnits(place: TestTenant, kind: string): Promise<string[]> {
  const rows = await place.db.rows(query({ unitId: 'uuid' } as const)`
    select unit_id as "unitId" from notices_notice where kind = ${kind} order by made_at desc, id desc`);
  return rows.map(({ unitId }) => unitId);
}

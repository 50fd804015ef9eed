import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { actorWith, type SmallTree, smallTree } from '../../../../test/support/people.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { type CalendarDate, calendarDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { AppError } from '../../../kernel/errors.ts';
import { say } from '../../../kernel/i18n.ts';
import { catalogErrors } from '../errors-catalog.ts';
import { webChanged } from '../events-catalog.ts';
import { SAMPLE } from '../pages/catalog/sample.ts';
import { declarationOf, declarationsOf, webShowOf } from '../queries/declarations.ts';
import { bindObligations } from './bind-obligations.ts';
import { decideWeb } from './decide-web.ts';
import { declareObligation } from './declare-obligation.ts';
import { endObligation } from './end-obligation.ts';

const day = (text: string): CalendarDate => calendarDate(text);
const POOR = 'ho-ngheo-cong-nhan';
const DRAFT = 'ho-ngheo-ra-soat';

let it_: TestTenant;
let tree: SmallTree;
let standing: Actor;

beforeAll(async () => {
  it_ = await testTenant();
  tree = await smallTree(it_);
  standing = actorWith('standing', [tree.district, tree.office]);
});
afterAll(() => it_.close());

const run = <T>(
  act: (context: ReturnType<TestTenant['context']>, tx: Tx) => Promise<T>,
  actor = standing,
): Promise<T> => it_.db.transaction((tx) => act({ ...it_.context(actor), now: it_.clock.now() }, tx));

async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`was not refused: ${String(error)}`);
  return error;
}

const eventRow = { event: 'text', subjectId: 'text' } as const;
const eventsOf = (code: string) =>
  it_.db.rows(
    query(
      eventRow,
    )`select event, subject_id as "subjectId" from kernel_audit where subject_id = ${code} order by at, id`,
  );

describe('following', () => {
  it('nothing that ships is followed until somebody says from when', async () => {
    const all = await declarationsOf(it_.db);
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter(({ boundFrom }) => boundFrom !== null)).toEqual([]);
    expect(all.every(({ isShipped, revision }) => isShipped && revision === 0)).toBe(true);
  });

  it('begins on the day given, keeps the day of what is followed already, and is recorded once each', async () => {
    const first = await run((context, tx) =>
      bindObligations(context, tx, { codes: [POOR], fromOn: day('2024-01-01') }),
    );
    expect(first).toEqual({ bound: [POOR], kept: [] });
    const second = await run((context, tx) =>
      bindObligations(context, tx, { codes: [POOR, DRAFT, DRAFT], fromOn: day('2024-06-24') }),
    );
    expect(second).toEqual({ bound: [DRAFT], kept: [POOR] });
    expect((await declarationOf(it_.db, POOR))?.boundFrom).toBe('2024-01-01');
    expect((await declarationOf(it_.db, DRAFT))?.boundFrom).toBe('2024-06-24');
    expect((await eventsOf(POOR)).map(({ event }) => event)).toEqual(['disclosure.obligations_followed']);
  });

  it('of a code that nobody declared is refused whole', async () => {
    const refusal = await refusalOf(
      run((context, tx) =>
        bindObligations(context, tx, { codes: ['bang-gia-dat', 'la'], fromOn: day('2024-01-01') }),
      ),
    );
    expect(refusal.type).toBe(catalogErrors.no_such_obligation);
    expect((await declarationOf(it_.db, 'bang-gia-dat'))?.boundFrom).toBeNull();
  });

  it('ends on a day, can begin again, and a past day reads as it stood', async () => {
    const code = 'phi-le-phi';
    const at = async (minutes: number, act: Parameters<typeof run>[0]): Promise<void> => {
      it_.clock.set(new Date(Date.UTC(2024, 5, 24, 3, minutes)));
      await run(act);
    };
    await at(0, (context, tx) => bindObligations(context, tx, { codes: [code], fromOn: day('2024-02-01') }));
    const early = await refusalOf(
      run((context, tx) => endObligation(context, tx, { code, untilOn: day('2024-01-31') })),
    );
    expect(early.type).toBe(catalogErrors.ends_before_it_begins);
    await at(10, (context, tx) => endObligation(context, tx, { code, untilOn: day('2024-03-31') }));
    await at(20, (context, tx) => bindObligations(context, tx, { codes: [code], fromOn: day('2024-05-01') }));
    const asOf = async (minutes: number) => {
      const one = await declarationOf(it_.db, code, new Date(Date.UTC(2024, 5, 24, 3, minutes)));
      return [one?.boundFrom, one?.boundUntil];
    };
    expect(await asOf(0)).toEqual([null, null]);
    expect(await asOf(5)).toEqual(['2024-02-01', null]);
    expect(await asOf(15)).toEqual(['2024-02-01', '2024-03-31']);
    expect(await asOf(25)).toEqual(['2024-05-01', null]);
    it_.clock.set(new Date(Date.UTC(2024, 5, 24, 2)));
  });

  it('is decided by the level that issues the plan, never by a commune', async () => {
    const clerk = actorWith('member', [tree.district, tree.commune]);
    const head = actorWith('leader', [tree.district, tree.commune]);
    for (const actor of [clerk, head])
      expect(
        (
          await refusalOf(
            run(
              (context, tx) => bindObligations(context, tx, { codes: [POOR], fromOn: day('2024-01-01') }),
              actor,
            ),
          )
        ).type,
      ).toBe(catalogErrors.register_not_allowed);
    const chairman = actorWith('leader', [tree.district]);
    await expect(
      run(
        (context, tx) => bindObligations(context, tx, { codes: [POOR], fromOn: day('2024-01-01') }),
        chairman,
      ),
    ).resolves.toEqual({ bound: [], kept: [POOR] });
  });
});

describe('names on the web', () => {
  it('are shown as declared, then as the tenant decided with its reason, then as declared again', async () => {
    const told: string[] = [];
    webChanged.on(async (_context, _tx, { code }) => {
      told.push(code);
    });
    const shown = async () => {
      const one = await declarationOf(it_.db, POOR);
      return one && webShowOf(one);
    };
    expect(await shown()).toBe('figures');
    const decision = { show: 'names' as const, reason: 'Người dân đề nghị được xem trên mạng' };
    await run((context, tx) => decideWeb(context, tx, { code: POOR, decision }));
    expect(await shown()).toBe('names');
    expect((await declarationOf(it_.db, POOR))?.web).toEqual({ ...decision, decidedBy: 'standing' });
    await run((context, tx) => decideWeb(context, tx, { code: POOR, decision: null }));
    expect(await shown()).toBe('figures');
    expect(told).toEqual([POOR, POOR]);
    expect((await eventsOf(POOR)).filter(({ event }) => event === 'disclosure.web_decided')).toHaveLength(2);
  });

  it('of a draft list stay off it whatever anybody decides', async () => {
    const refusal = await refusalOf(
      run((context, tx) =>
        decideWeb(context, tx, { code: DRAFT, decision: { show: 'names', reason: 'Cho người dân xem' } }),
      ),
    );
    expect(refusal.type).toBe(catalogErrors.web_beyond_law);
    await run((context, tx) =>
      decideWeb(context, tx, { code: DRAFT, decision: { show: 'nothing', reason: 'Xã ít hộ, dễ nhận ra' } }),
    );
    expect((await declarationOf(it_.db, DRAFT))?.web?.show).toBe('nothing');
  });

  it('cannot be decided where there are none, or where nothing is followed', async () => {
    const decision = { show: 'nothing' as const, reason: 'Không cần thiết' };
    const none = await refusalOf(
      run((context, tx) => decideWeb(context, tx, { code: 'phi-le-phi', decision })),
    );
    expect(none.type).toBe(catalogErrors.no_names_to_decide);
    const unbound = await refusalOf(
      run((context, tx) => decideWeb(context, tx, { code: 'goi-nhap-ngu', decision })),
    );
    expect(unbound.type).toBe(catalogErrors.not_followed);
  });
});

describe('an obligation of the tenant’s own', () => {
  const declare = (text: string, changes?: string) =>
    run((context, tx) =>
      declareObligation(context, tx, { text, fromOn: day('2024-06-24'), ...(changes ? { changes } : {}) }),
    );
  const wordsOf = (error: AppError): string[] =>
    error.fields.map(({ message, params }) => say('vi', message, params));

  it('is followed from its day and stands in the register beside those that ship', async () => {
    expect(await declare(SAMPLE)).toEqual({ code: 've-sinh-moi-truong' });
    const one = await declarationOf(it_.db, 've-sinh-moi-truong');
    expect(one).toMatchObject({ isShipped: false, boundFrom: '2024-06-24', boundUntil: null });
    expect(one?.declaration.name.vi).toBe('Lịch thu gom rác và tổng vệ sinh');
  });

  it('never takes a code that stands, of the tenant or shipped', async () => {
    expect((await refusalOf(declare(SAMPLE))).type).toBe(catalogErrors.code_declared);
    const shipped = await refusalOf(declare(SAMPLE.replace('code: ve-sinh-moi-truong', `code: ${POOR}`)));
    expect(shipped.type).toBe(catalogErrors.code_declared);
    expect(shipped.describe('vi').message).toContain('Danh sách hộ nghèo');
  });

  it('is changed under its code; one that ships is not', async () => {
    await declare(
      SAMPLE.replace('Lịch thu gom rác và tổng vệ sinh', 'Lịch thu gom rác'),
      've-sinh-moi-truong',
    );
    expect((await declarationOf(it_.db, 've-sinh-moi-truong'))?.declaration.name.vi).toBe('Lịch thu gom rác');
    const moved = await refusalOf(
      declare(SAMPLE.replace('code: ve-sinh-moi-truong', 'code: rac'), 've-sinh-moi-truong'),
    );
    expect(wordsOf(moved)).toEqual(['code: mã “ve-sinh-moi-truong” không đổi được.']);
    const shipped = await refusalOf(
      declare(SAMPLE.replace('code: ve-sinh-moi-truong', `code: ${POOR}`), POOR),
    );
    expect(shipped.type).toBe(catalogErrors.not_own_obligation);
  });

  it.each([
    ['section: general', 'section: rac', 'dòng 9 (section): phải là một trong: budget'],
    ['nil: false', 'nil: khong', 'dòng 15 (nil): cần true hoặc false.'],
    ['papi: { dimension: 7 }', 'papi: { dimension: 9 }', 'dòng 10 (papi › dimension): nhiều nhất 8.'],
    [
      'papi: { dimension: 7 }',
      'papi: { dimension: 7, sub: "2.1" }',
      'nội dung thành phần không thuộc nội dung PAPI đã ghi.',
    ],
    ['    status: CONFIRMED\n', '', 'dòng 17 (regimes › 1 › status): thiếu mục này.'],
    ['from: 2024-01-01', 'from: 01/01/2024', 'dòng 17 (regimes › 1 › from): ngày ghi như 2024-06-24.'],
    ['kind: village }', 'kind: lang }', 'dòng 32 (fields › 1 › columns › 1 › kind)'],
    ['nil: false', 'nil: false\nghi_chu: x', 'không có mục “ghi_chu”.'],
    ['kind: ubnd', 'kind: xa', 'không có loại đơn vị “xa”'],
    ['  vi: Lịch thu gom rác và tổng vệ sinh', '  vi: "Lịch', 'không đọc được'],
  ])('tells the line and the place of what is wrong: %s → %s', async (right, wrong, said) => {
    const error = await refusalOf(declare(SAMPLE.replace(right, wrong)));
    expect(error.type).toBe(catalogErrors.declaration_wrong);
    expect(error.params.count).toBe(error.fields.length);
    expect(wordsOf(error).join('\n')).toContain(said);
  });

  it('that is no declaration at all is refused in words', async () => {
    expect(wordsOf(await refusalOf(declare('')))).toEqual([
      'Bản khai báo trống hoặc không phải dạng “mục: nội dung”.',
    ]);
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]`;
    expect((await refusalOf(declare(bomb))).type).toBe(catalogErrors.declaration_wrong);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../src/kernel/dates.ts';
import { withoutDiacritics } from '../../src/kernel/i18n.ts';
import { shippedDeclarations } from '../../src/modules/disclosure/catalog.ts';
import { type Amount, declarationSchema, regimeOn } from '../../src/modules/disclosure/domain/declaration.ts';
import { readObligationFiles } from './index.ts';

const declarations = shippedDeclarations();
const named = (code: string) => {
  const found = declarations.find((one) => one.code === code);
  if (!found) throw new Error(`no obligation ${code}`);
  return found;
};
const documentsOn = (code: string, day: string): string[] =>
  regimeOn(named(code), calendarDate(day))?.basis.map(({ document }) => document) ?? [];

describe('obligations that ship', () => {
  it.each(readObligationFiles())('$name is a declaration under its own code', ({ name, value }) => {
    const read = declarationSchema.safeParse(value);
    expect(read.success ? [] : read.error.issues).toEqual([]);
    expect(`${read.data?.code}.yaml`).toBe(name);
  });

  it('no code stands twice', () => {
    const codes = declarations.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('the fourteen contents of Điều 11 Luật 10/2022/QH15 are all declared for communes', () => {
    const clauses = new Set(
      declarations.flatMap(({ by, regimes }) =>
        by.some(({ kind, tier }) => kind === 'ubnd' && tier === 'xã')
          ? regimes.flatMap(({ basis }) =>
              basis.flatMap(({ document, article, clause }) =>
                document === 'Luật 10/2022/QH15' && article === '11' && clause ? [Number(clause)] : [],
              ),
            )
          : [],
      ),
    );
    expect([...clauses].sort((a, b) => a - b)).toEqual(Array.from({ length: 14 }, (_, at) => at + 1));
  });

  it('what is read out by Điều 13.3 is also sent to the heads of villages, who must be told by Điều 13.4', () => {
    const told = declarations.flatMap(({ code, regimes }) =>
      regimes.flatMap(({ places }) => {
        const isRead = places.some(({ rule }) => rule === 'DC-006');
        const heads = places.filter(({ kind }) => kind === 'village_heads');
        const isTold = heads.length === 1 && heads[0]?.required === 'yes' && heads[0].rule === 'DC-007';
        return isRead === isTold ? [] : [code];
      }),
    );
    expect(told).toEqual([]);
    expect(
      declarations
        .flatMap(({ regimes }) => regimes)
        .some(({ places }) => places.some(({ rule }) => rule === 'DC-007')),
    ).toBe(true);
  });

  it('every due and every time of posting names the rule that it comes from', () => {
    const bare = declarations.flatMap(({ code, regimes }) =>
      regimes.flatMap(({ due, places }) => [
        ...(due.rule === undefined ? [`${code}: due`] : []),
        ...places.filter(({ rule }) => rule === undefined).map(({ kind }) => `${code}: ${kind}`),
      ]),
    );
    expect(bare).toEqual([]);
  });

  it('no two columns of a table are called alike, so that a workbook of an office can be read by its headings', () => {
    const alike = declarations.flatMap(({ code, fields }) =>
      fields.flatMap((field) => {
        if (field.kind !== 'table') return [];
        const labels = field.columns.flatMap(({ label }) => [
          ...new Set([label.vi, label.en].map(withoutDiacritics)),
        ]);
        return new Set(labels).size < labels.length ? [`${code}: ${field.key}`] : [];
      }),
    );
    expect(alike).toEqual([]);
  });

  it('what nobody confirmed says what is missing', () => {
    const silent = declarations.flatMap(({ code, regimes }) =>
      regimes.filter(({ status, note }) => status === 'UNCONFIRMED' && note === undefined).map(() => code),
    );
    expect(silent).toEqual([]);
  });

  it('names of drafts of the poverty review can never be put on the web, and nobody’s private phone is published', () => {
    for (const code of ['ho-ngheo-ra-soat', 'ho-ngheo-phuc-tra'])
      expect(named(code).personalOnWeb?.most, code).toBe('figures');
    const heads = named('lien-he-nguoi-dung-dau').fields.flatMap((field) =>
      field.kind === 'table' ? field.columns.filter(({ personal }) => personal === 'never') : [],
    );
    expect(heads.map(({ key }) => key)).toEqual(['di_dong_rieng', 'dia_chi_nha']);
  });
});

describe('the day of the event chooses the law', () => {
  it.each([
    ['du-toan-da-quyet-dinh', '2026-03-24', 'Thông tư 343/2016/TT-BTC', 'CONFIRMED'],
    ['du-toan-da-quyet-dinh', '2026-03-25', 'Thông tư 26/2026/TT-BTC', 'UNCONFIRMED'],
    ['thuc-hien-ngan-sach-quy', '2026-03-24', 'Thông tư 343/2016/TT-BTC', 'CONFIRMED'],
    ['thuc-hien-ngan-sach-quy', '2026-03-31', 'Thông tư 26/2026/TT-BTC', 'UNCONFIRMED'],
    ['cong-thong-tin-dien-tu', '2026-06-30', 'Nghị định 42/2022/NĐ-CP', 'CONFIRMED'],
    ['cong-thong-tin-dien-tu', '2026-07-01', 'Nghị định 224/2026/NĐ-CP', 'CONFIRMED'],
    ['quy-hoach-ke-hoach-su-dung-dat', '2024-07-31', 'Luật 45/2013/QH13', 'UNCONFIRMED'],
    ['quy-hoach-ke-hoach-su-dung-dat', '2024-08-01', 'Luật 31/2024/QH15', 'CONFIRMED'],
    ['lay-y-kien-quy-hoach-dat', '2024-07-31', 'Luật 45/2013/QH13', 'CONFIRMED'],
    ['lay-y-kien-quy-hoach-dat', '2024-08-01', 'Luật 31/2024/QH15', 'UNCONFIRMED'],
    ['thu-tuc-hanh-chinh', '2025-07-01', 'Nghị định 118/2025/NĐ-CP', 'CONFIRMED'],
  ])('%s of %s stands on %s, %s', (code, day, document, status) => {
    expect(documentsOn(code, day)).toContain(document);
    expect(regimeOn(named(code), calendarDate(day))?.status).toBe(status);
  });

  it('no law stands on a day on which the other one governs', () => {
    expect(documentsOn('du-toan-da-quyet-dinh', '2026-03-24')).not.toContain('Thông tư 26/2026/TT-BTC');
    expect(documentsOn('du-toan-da-quyet-dinh', '2026-03-25')).not.toContain('Thông tư 343/2016/TT-BTC');
    expect(documentsOn('cong-thong-tin-dien-tu', '2026-07-01')).not.toContain('Nghị định 42/2022/NĐ-CP');
    expect(documentsOn('quy-hoach-ke-hoach-su-dung-dat', '2024-08-01')).not.toContain('Luật 45/2013/QH13');
  });

  it('the time limits are those of the sector law before the default', () => {
    const within = (code: string, day: string): Amount | 'by' | undefined => {
      const due = regimeOn(named(code), calendarDate(day))?.due;
      return due?.kind === 'after' ? due.within : due?.kind;
    };
    expect(within('du-toan-trinh-hdnd', '2024-06-24')).toEqual({ amount: 5, unit: 'wd' });
    expect(within('du-toan-da-quyet-dinh', '2024-06-24')).toEqual({ amount: 30, unit: 'd' });
    expect(within('thuc-hien-ngan-sach-quy', '2024-06-30')).toEqual({ amount: 15, unit: 'd' });
    expect(within('quy-hoach-ke-hoach-su-dung-dat', '2024-07-31')).toEqual({ amount: 30, unit: 'd' });
    expect(within('quy-hoach-ke-hoach-su-dung-dat', '2024-08-01')).toEqual({ amount: 15, unit: 'd' });
    expect(within('ket-qua-doi-thoai', '2025-07-01')).toEqual({ amount: 10, unit: 'd' });
    expect(within('ho-ngheo-ra-soat', '2024-12-14')).toBe('by');
  });
});

// The collected law lies beside a developer's copy, not in the product: where it is, every number is compared with it.
const LAW = path.resolve(import.meta.dirname, '../../../shared/data/legal-rules.json');
const LAW_HERE = [LAW, path.resolve(import.meta.dirname, '../../../../shared/data/legal-rules.json')].find(
  existsSync,
);

interface LawRule {
  id: string;
  value: number | null;
  unit: string;
  status: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
}
interface LawItem {
  clause: string;
  channels: {
    /** `by-other-law`: Điều 13 itself says nothing. */
    posting: { required: boolean | 'by-other-law'; permanent?: boolean; minConsecutiveDays?: number };
    loudspeaker: { minConsecutiveDays: number } | null;
    villageHead: { required: boolean } | null;
  };
}
interface LawDocument {
  number: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
}

describe.skipIf(LAW_HERE === undefined)('beside the collected law', () => {
  const law: { rules: LawRule[]; documents: LawDocument[]; disclosureItems: LawItem[] } =
    LAW_HERE === undefined
      ? { rules: [], documents: [], disclosureItems: [] }
      : JSON.parse(readFileSync(LAW_HERE, 'utf8'));
  const rules = new Map(law.rules.map((rule) => [rule.id, rule]));
  const documents = new Map(law.documents.map((document) => [document.number, document]));
  const covers = (
    one: { effectiveFrom: string | null; effectiveTo: string | null },
    regime: { from: string | null; until: string | null },
  ): boolean =>
    (one.effectiveFrom === null || (regime.from !== null && one.effectiveFrom <= regime.from)) &&
    (one.effectiveTo === null || (regime.until !== null && regime.until <= one.effectiveTo));
  const UNITS: Readonly<Record<string, string>> = { day: 'd', wd: 'wd', month: 'm', year: 'y' };

  it.each(declarations)('$code cites documents that are known and in force', ({ regimes }) => {
    const wrong = regimes.flatMap((regime) =>
      regime.basis.flatMap(({ document }) => {
        const known = documents.get(document.split(' ').at(-1) ?? '');
        if (!known) return [`${document} is not known`];
        return covers(known, regime) ? [] : [`${document} is not in force ${regime.from}–${regime.until}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each(law.disclosureItems)(
    'content $clause of Điều 11 hangs, is read out and is sent to village heads as Điều 13 says',
    ({ clause, channels }) => {
      const { posting, loudspeaker, villageHead } = channels;
      // Where a sector law rules otherwise (Điều 13.6), the board names that law's rule.
      const general = declarations.flatMap(({ code, regimes }) =>
        regimes
          .filter(({ basis }) => basis.some((one) => one.article === '11' && one.clause === clause))
          .filter(({ places }) =>
            places.some(
              ({ kind, rule }) => kind === 'office_board' && ['DC-003', 'DC-004'].includes(rule ?? ''),
            ),
          )
          .map(({ places }) => ({ code, places })),
      );
      if (posting.required === true) expect(general.length).toBeGreaterThan(0);
      for (const { code, places } of general) {
        const lasting = (kind: string) => places.find((place) => place.kind === kind)?.lasts;
        const days = (amount: number | undefined) =>
          amount === undefined ? undefined : { amount, unit: 'd' };
        if (posting.required === true)
          expect(lasting('office_board'), code).toEqual(
            posting.permanent ? 'permanent' : days(posting.minConsecutiveDays),
          );
        if (loudspeaker) expect(lasting('loudspeaker'), code).toEqual(days(loudspeaker.minConsecutiveDays));
        expect(
          places.some(({ kind, required }) => kind === 'village_heads' && required === 'yes'),
          code,
        ).toBe(villageHead?.required === true);
      }
    },
  );

  it.each(declarations)('$code has the numbers of the rules that it names', ({ regimes }) => {
    const wrong = regimes.flatMap((regime) => {
      const numbers: [string | undefined, Amount | null][] = [
        [regime.due.rule, regime.due.kind === 'after' ? regime.due.within : null],
        ...regime.places.map(({ rule, lasts }): [string | undefined, Amount | null] => [
          rule,
          typeof lasts === 'object' ? lasts : null,
        ]),
      ];
      return numbers.flatMap(([id, amount]) => {
        const rule = rules.get(id ?? '');
        if (!rule) return [`${id} is not known`];
        const unit = UNITS[rule.unit];
        const differs =
          amount !== null &&
          rule.value !== null &&
          unit !== undefined &&
          (rule.value !== amount.amount || unit !== amount.unit);
        return [
          ...(differs ? [`${id} says ${rule.value} ${rule.unit}, not ${amount.amount} ${amount.unit}`] : []),
          ...(covers(rule, regime) ? [] : [`${id} does not hold ${regime.from}–${regime.until}`]),
          ...(rule.status === 'UNCONFIRMED' && regime.status === 'CONFIRMED'
            ? [`${id} is not confirmed`]
            : []),
        ];
      });
    });
    expect(wrong).toEqual([]);
  });
});

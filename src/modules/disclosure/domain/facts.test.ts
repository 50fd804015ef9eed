import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import type { Regime, RequiredPlace } from './declaration.ts';
import { type FactRows, factsOf, type KnownPlace, type LastPosting } from './facts.ts';

const DUE = calendarDate('2024-06-28');
const DONG = { id: 'dong', name: 'Thôn Đông' };
const DOAI = { id: 'doai', name: 'Thôn Đoài' };

const regime = (...places: readonly (Partial<RequiredPlace> & Pick<RequiredPlace, 'kind'>)[]): Regime => ({
  from: null,
  until: null,
  status: 'CONFIRMED',
  basis: [{ document: 'Luật', article: '1' }],
  due: { kind: 'by' },
  places: places.map((place) => ({ required: 'yes', lasts: 'permanent', ...place })),
});
const at = (id: string, kind: KnownPlace['kind'], parts: Partial<KnownPlace> = {}): KnownPlace => ({
  id,
  kind,
  villageId: null,
  name: id,
  fromOn: calendarDate('2024-01-01'),
  untilOn: null,
  ...parts,
});
const hung = (placeId: string, parts: Partial<LastPosting> = {}): LastPosting => ({
  placeId,
  postedOn: DUE,
  firstPostedOn: DUE,
  staysUntil: null,
  versionNumber: 1,
  isProven: false,
  removedOn: null,
  ...parts,
});
const placesOf = (rows: Partial<FactRows> & Pick<FactRows, 'regime'>) =>
  factsOf({
    dueOn: DUE,
    placesOn: DUE,
    exception: null,
    version: null,
    places: [],
    villages: [DONG, DOAI],
    postings: [],
    unanswered: [],
    ...rows,
  }).places.map(({ kind, placeId, villageId, posting }) => [kind, placeId, villageId, posting !== null]);

describe('places that count', () => {
  it('every village must have its hall; one that has none is told by the village', () => {
    const places = [at('nha', 'village_hall', { villageId: 'dong' }), at('bang', 'office_board')];
    expect(placesOf({ regime: regime({ kind: 'village_hall' }), places })).toEqual([
      ['village_hall', 'nha', 'dong', false],
      ['village_hall', null, 'doai', false],
    ]);
  });

  it('“where there is one” asks only of what exists, and “may” of nothing', () => {
    const rules = regime(
      { kind: 'loudspeaker', required: 'if_exists' },
      { kind: 'meeting', required: 'may' },
    );
    expect(placesOf({ regime: rules })).toEqual([]);
    expect(placesOf({ regime: rules, places: [at('loa', 'loudspeaker'), at('hop', 'meeting')] })).toEqual([
      ['loudspeaker', 'loa', null, false],
    ]);
  });

  it('village heads are told once for all, and are missed where nobody can be told', () => {
    const rules = regime({ kind: 'village_heads', lasts: 'once' });
    expect(placesOf({ regime: rules })).toEqual([['village_heads', null, null, false]]);
    const places = [at('truong-thon', 'village_heads'), at('to-truong', 'village_heads')];
    expect(placesOf({ regime: rules, places, postings: [hung('to-truong')] })).toEqual([
      ['village_heads', 'to-truong', null, true],
    ]);
  });

  it('of a group one place is enough, and the one that shows most is told', () => {
    const rules = regime({ kind: 'village_hall', oneOf: 'thon' }, { kind: 'community_point', oneOf: 'thon' });
    const places = [
      at('nha', 'village_hall', { villageId: 'dong' }),
      at('diem', 'community_point', { villageId: 'dong' }),
    ];
    expect(placesOf({ regime: rules, places, villages: [DONG], postings: [hung('diem')] })).toEqual([
      ['community_point', 'diem', 'dong', true],
    ]);
    const sites = [at('cong', 'portal'), at('trang', 'portal')];
    expect(
      placesOf({ regime: regime({ kind: 'portal' }), places: sites, postings: [hung('trang')] }),
    ).toEqual([['portal', 'trang', null, true]]);
  });

  it('a place counts when it stood on the day, or when the item hung there', () => {
    const later = at('moi', 'office_board', { fromOn: calendarDate('2024-07-15') });
    const ended = at('cu', 'office_board', { untilOn: calendarDate('2024-06-01') });
    const rows = { regime: regime({ kind: 'office_board' }), places: [later, ended] };
    expect(placesOf(rows)).toEqual([['office_board', null, null, false]]);
    expect(placesOf({ ...rows, postings: [hung('moi')] })).toEqual([['office_board', 'moi', null, true]]);
  });
});

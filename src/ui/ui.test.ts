import { existsSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { htmlProblems } from '../../test/support/html-rules.ts';
import { calendarDate } from '../kernel/dates.ts';
import { html } from '../kernel/html.ts';
import { declaredMessages, translator } from '../kernel/i18n.ts';
import { gallery } from './gallery.ts';
import {
  boardTable,
  clientScripts,
  dataTable,
  dueText,
  emptyState,
  errorSummary,
  field,
  fieldId,
  filterBar,
  fontFiles,
  page,
  siteIcon,
  sparkline,
  stackedBar,
  stateBadge,
  stylesheet,
  WORK_STATES,
} from './index.ts';

const vi = translator('vi');

describe('the gallery of all components', () => {
  for (const lang of ['vi', 'en'] as const) {
    it(`is valid HTML in ${lang}`, async () => {
      expect(await htmlProblems(String(gallery({ lang })))).toEqual([]);
    });
  }

  it('has no inline script, style or handler, which the content security policy would refuse', () => {
    const text = String(gallery({ lang: 'vi' }));
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    expect(text).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)/);
  });

  it('asks nothing of any other site', () => {
    expect(String(gallery({ lang: 'vi' })) + stylesheet().text).not.toMatch(
      /(?:src|href)="(?:https?:)?\/\/|url\(['"]?(?:https?:)?\/\//,
    );
  });
});

describe('what a first visit transfers', () => {
  /** A browser program with all that it imports, as it is transferred. */
  const weightOf = (name: string): number => {
    const known = new Map(clientScripts().map((script) => [script.path, script.text]));
    const wanted = new Set(
      clientScripts()
        .filter((script) => script.name === name)
        .map(({ path }) => path),
    );
    for (const path of wanted)
      for (const [, other = ''] of (known.get(path) ?? '').matchAll(/'(\/assets\/[^']+)'/g))
        wanted.add(other);
    return [...wanted].reduce((sum, path) => sum + gzipSync(known.get(path) ?? '').length, 0);
  };

  it('keeps the stylesheet under 15 KB and a page of every component, with fonts and the heaviest program, under 120 KB', () => {
    const css = gzipSync(stylesheet().text).length;
    const scripts = Math.max(...clientScripts().map(({ name }) => weightOf(name)));
    const fonts = fontFiles().reduce((sum, font) => sum + statSync(font.file).size, 0);
    const markup = gzipSync(String(gallery({ lang: 'vi' }))).length;
    expect(css).toBeLessThan(15_000);
    expect(css + scripts + fonts + markup + siteIcon().text.length).toBeLessThan(120_000);
  });

  it('names every asset by its content and links only fonts that exist', () => {
    for (const font of fontFiles()) {
      expect(existsSync(font.file)).toBe(true);
      expect(stylesheet().text).toContain(`url(${font.path})`);
    }
    for (const asset of [stylesheet(), siteIcon(), ...clientScripts()])
      expect(asset.path).toContain(asset.hash);
  });

  it('keeps each file of the browser programs under 5 KB as it is transferred', () => {
    for (const { name, text } of clientScripts()) expect(gzipSync(text).length, name).toBeLessThan(5000);
  });
});

describe('a state', () => {
  it('is a shape and a word, each different for each state', () => {
    const badges = WORK_STATES.map((state) => String(stateBadge(state, vi)));
    expect(new Set(badges.map((badge) => /<svg.*<\/svg>/.exec(badge)?.[0])).size).toBe(WORK_STATES.length);
    expect(new Set(badges.map((badge) => badge.replace(/<[^>]+>/g, ''))).size).toBe(WORK_STATES.length);
  });
});

describe('dueText', () => {
  const today = calendarDate('2024-06-24');
  const say = (on: string, workingDaysLeft: number, lang: 'vi' | 'en' = 'vi'): string =>
    String(dueText({ on: calendarDate(on), today, workingDaysLeft, lang }))
      .replace(/<[^>]+>/g, ' ')
      .trim();

  it('counts working days to come and past, and says today', () => {
    expect(say('2024-06-28', 4)).toContain('còn 4 ngày làm việc');
    expect(say('2024-06-19', -3)).toContain('quá 3 ngày làm việc');
    expect(say('2024-06-24', 0)).toContain('hôm nay');
    expect(say('2024-06-25', 1, 'en')).toContain('1 working day left');
  });

  it('counts plain days when only days off lie between', () => {
    expect(say('2024-06-26', 0)).toContain('còn 2 ngày');
    expect(say('2024-06-22', 0)).toContain('quá 2 ngày');
  });

  it('always shows the date in the Vietnamese order', () => {
    expect(say('2024-06-28', 4)).toContain('28/06/2024');
  });
});

describe('tables', () => {
  const column = { key: 'a', label: 'Việc', primary: true };

  it('show the empty state in place of an empty table', () => {
    const text = String(
      dataTable(
        { caption: 'x', columns: [column], rows: [], empty: emptyState({ title: 'Chưa có việc' }) },
        vi,
      ),
    );
    expect(text).toContain('Chưa có việc');
    expect(text).not.toContain('<table');
  });

  it('escape what people typed', () => {
    const rows = [{ href: '/a"b', cells: ['<b>&'] }];
    const text = String(dataTable({ caption: 'x', columns: [column], rows, empty: html`` }, vi));
    expect(text).toContain('&lt;b&gt;&amp;');
    expect(text).toContain('href="/a&quot;b"');
  });
});

describe('charts', () => {
  it('draw pieces that fill the bar exactly and leave out empty ones', () => {
    const text = String(
      stackedBar(
        {
          segments: [
            { state: 'accepted', count: 1 },
            { state: 'overdue', count: 0 },
            { state: 'claimed', count: 2 },
          ],
          total: 3,
          label: 'Phần việc',
        },
        vi,
      ),
    );
    const widths = [...text.matchAll(/ width="([\d.]+)"/g)].map((match) => Number(match[1]));
    expect(widths).toHaveLength(2);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 1);
    expect(text).toContain('1 đã chấp nhận, 2 chờ xác nhận');
  });

  it('draw no line from fewer than two points and a flat one from equal points', () => {
    expect(String(sparkline({ points: [5], label: 'x' }, vi))).toBe('');
    expect(String(sparkline({ points: [5, 5], label: 'x' }, vi))).not.toContain('NaN');
  });

  it('say in words what a cell of the board shows', () => {
    const cell = {
      accepted: 3,
      claimed: 0,
      inProgress: 0,
      overdue: 2,
      notApplicable: 0,
      total: 5,
      href: '/x',
    };
    const text = String(
      boardTable(
        {
          title: 'x',
          contents: [{ code: '1', short: 'Tham gia', name: 'Tham gia của người dân' }],
          rows: [{ name: 'Xã Hạ Lễ', cells: [cell], percent: 60 }],
          empty: html``,
        },
        vi,
      ),
    )
      .replace(/<svg.*?<\/svg>/g, '')
      .replace(/<[^>]+>/g, '');
    expect(text).toContain('3/5');
    expect(text).toContain('2 quá hạn');
    expect(text).toContain('60%');
  });
});

describe('forms', () => {
  it('link each line of the summary to the control it speaks of', () => {
    const problem = {
      field: 'tasks[3].lead',
      message: { vi: 'Chọn cơ quan chủ trì.', en: 'Choose the lead.' },
    };
    expect(String(errorSummary([problem], vi))).toContain(`href="#${fieldId('tasks[3].lead')}"`);
    const control = String(
      field({ label: 'Chủ trì', name: 'tasks[3].lead', error: 'Chọn cơ quan chủ trì.' }, vi),
    );
    expect(control).toContain(`id="${fieldId('tasks[3].lead')}"`);
    expect(control).toContain('aria-invalid="true"');
    expect(control).toContain(`aria-describedby="${fieldId('tasks[3].lead')}-error"`);
  });

  it('hide many filters behind a line only while nothing is filtered', () => {
    const bar = (reset?: string) =>
      String(filterBar({ action: '/phan-viec', fields: '', reset, folds: true }, vi));
    expect(bar()).toMatch(/<details class="filter-fold"\s*>/);
    expect(bar('/phan-viec')).toMatch(/<details class="filter-fold" open>/);
  });

  it('show no summary when nothing is wrong', () => {
    expect(String(errorSummary([], vi))).toBe('');
  });
});

describe('the page', () => {
  it('shows the example banner only in the example', () => {
    const plain = { lang: 'vi', title: 'x', main: html``, nav: [], langSwitchHref: '?lang=en' } as const;
    expect(String(page(plain))).not.toContain('minh họa');
    expect(String(page({ ...plain, exampleBanner: { clockDate: calendarDate('2024-06-24') } }))).toContain(
      '24/06/2024',
    );
  });

  it('is valid HTML for a guest without menu, breadcrumb or search', async () => {
    const bare = page({
      lang: 'vi',
      title: 'Đăng nhập',
      main: html`<h1>Đăng nhập</h1>`,
      nav: [],
      langSwitchHref: '?lang=en',
    });
    expect(await htmlProblems(String(bare))).toEqual([]);
  });

  it('refuses a browser program that does not exist', () => {
    expect(() =>
      page({ lang: 'vi', title: 'x', main: html``, nav: [], langSwitchHref: '/', scripts: ['nothing'] }),
    ).toThrow();
  });
});

it('declares every word of the interface in both languages with the same placeholders', () => {
  const holes = (text: string): string[] =>
    [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
  for (const set of declaredMessages) {
    for (const message of Object.values(set)) expect(holes(message.vi)).toEqual(holes(message.en));
  }
});

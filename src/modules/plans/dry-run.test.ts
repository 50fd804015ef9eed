import { readdirSync, readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DIRECTORY } from '../../../test/support/annex-samples.ts';
import { dateOf } from '../../kernel/dates.ts';
import { dryRunImport } from './dry-run.ts';

const FOLDER = new URL('../../../test/fixtures/documents/', import.meta.url);
const GOOD = readdirSync(FOLDER).filter((name) => /\.(?:docx|xlsx|csv|txt)$/.test(name));
const MUTATIONS = 200;
const SHARDS = [
  '<w:tbl>',
  '</w:tc>',
  '<w:p/>',
  'I. ',
  'a) ',
  '\t',
  '"',
  '&#0;',
  'w:val="-5"',
  'r="XFD99"',
  'ref="A1:ZZ9"',
  't="s"><v>999999</v>',
  '%1.%9',
  'ngày 99/99/9999',
];

/** The same numbers in every run, so that a failure can be looked at again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const next = numbers(2024);

function damaged(bytes: Uint8Array): Uint8Array {
  let text = Buffer.from(bytes).toString('latin1');
  for (let left = 1 + next(6); left > 0; left--) {
    const at = next(text.length);
    const [head, tail] = [text.slice(0, at), text.slice(at)];
    const ways = [
      tail.slice(next(40)),
      (SHARDS[next(SHARDS.length)] ?? '') + tail,
      tail.slice(0, next(400)) + tail,
    ];
    text = head + (ways[next(ways.length)] ?? tail);
  }
  return Buffer.from(text, 'latin1');
}

function mutated(name: string): Uint8Array {
  const bytes = readFileSync(new URL(name, FOLDER));
  if (!/\.(?:docx|xlsx)$/.test(name) || next(5) === 0) return damaged(bytes);
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((part) => part.endsWith('.xml'));
  const part = names[next(names.length)] ?? '';
  return zipSync({ ...parts, [part]: damaged(parts[part] ?? strToU8('')) }, { level: 1 });
}

const today = dateOf(2024, 6, 24) ?? expect.fail('no such day');

describe('dryRunImport', () => {
  it('answers every damaged file with problems and never with a fault of its own', async () => {
    for (let i = 0; i < MUTATIONS; i++) {
      const name = GOOD[next(GOOD.length)] ?? '';
      const file = { name, bytes: mutated(name) };
      const answer = await dryRunImport({ files: [file], directory: DIRECTORY, today });
      expect(Array.isArray(answer.problems), name).toBe(true);
    }
  }, 60_000);

  it('reads a table that was saved as text as the annex it is', async () => {
    const rows = [
      ['STT', 'Nhiệm vụ', 'Sản phẩm', 'Cơ quan chủ trì', 'Thời gian'],
      ['1', 'Việc một', 'Báo cáo', 'Phòng Nội vụ', 'Q2/2024'],
      ['2', 'Việc hai', 'Báo cáo', 'Phòng Tư pháp', 'T6/2024'],
    ];
    const bytes = strToU8(rows.map((row) => row.join('\t')).join('\r\n'));
    const answer = await dryRunImport({
      files: [{ name: 'phu-luc.txt', bytes }],
      directory: DIRECTORY,
      today,
    });
    expect(answer.tasks.map(({ code, lead, due }) => [code, lead, due?.on])).toEqual([
      ['1', 'Phòng Nội vụ', '2024-06-30'],
      ['2', 'Phòng Tư pháp', '2024-06-30'],
    ]);
  });
});

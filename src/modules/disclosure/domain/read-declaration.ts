import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Message, type MessageParams, messages } from '../../../kernel/i18n.ts';
import { type Declaration, declarationSchema } from './declaration.ts';

export interface DeclarationProblem {
  readonly message: Message;
  readonly params: MessageParams;
}

export type ReadDeclaration =
  | { readonly declaration: Declaration }
  | { readonly problems: readonly DeclarationProblem[] };

const m = messages({
  at_line: { vi: 'dòng {line}', en: 'line {line}' },
  at_line_of: { vi: 'dòng {line} ({place})', en: 'line {line} ({place})' },
  no_yaml: { vi: '{where}: không đọc được. {why}', en: '{where}: this cannot be read. {why}' },
  no_map: {
    vi: 'Bản khai báo trống hoặc không phải dạng “mục: nội dung”.',
    en: 'The declaration is empty, or no list of “key: value”.',
  },
  missing: { vi: '{where}: thiếu mục này.', en: '{where}: this is missing.' },
  wrong_kind: { vi: '{where}: cần {wanted}.', en: '{where}: {wanted} is needed.' },
  unknown: { vi: '{where}: không có mục “{key}”.', en: '{where}: there is no key “{key}”.' },
  one_of: { vi: '{where}: phải là một trong: {list}.', en: '{where}: must be one of: {list}.' },
  too_little: { vi: '{where}: cần ít nhất {n}.', en: '{where}: at least {n} is needed.' },
  too_much: { vi: '{where}: nhiều nhất {n}.', en: '{where}: at most {n}.' },
  wrong_form: { vi: '{where}: viết chưa đúng dạng.', en: '{where}: not written in the right form.' },
  rule: { vi: '{where}: {why}', en: '{where}: {why}' },
});

const kinds = messages({
  string: { vi: 'chữ', en: 'text' },
  number: { vi: 'số', en: 'a number' },
  int: { vi: 'số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'danh sách, mỗi dòng bắt đầu bằng “-”', en: 'a list, each line beginning with “-”' },
  object: { vi: 'nhóm “mục: nội dung”', en: 'a group of “key: value”' },
});

/** What the rules of `declarationSchema` say in English, in the words of an office. */
const RULES: Readonly<Record<string, string>> = {
  'not a day': 'ngày ghi như 2024-06-24.',
  'ends before it begins': 'ngày cuối trước ngày đầu.',
  'overlaps the regime before it; regimes stand in the order of days':
    'các thời kỳ xếp theo thứ tự ngày và không trùng nhau.',
  'an event needs time after it': 'nội dung “khi phát sinh” cần hạn dạng “after”.',
  'a key stands twice': 'hai mục cùng một khóa.',
  'a key of a column stands twice': 'hai cột cùng một khóa.',
  'values for paper and what the web shows of them belong together':
    'có cột personal: paper thì phải có personalOnWeb, và ngược lại.',
  'names stand in one table, so that figures by village are of one thing':
    'tên người chỉ đứng trong một bảng.',
  'shows more than a tenant may decide': 'show không được nhiều hơn most.',
  'a table with names has a column of the village, for figures by village':
    'bảng có tên người phải có một cột kind: village.',
  'the words of fixed rows stand in a first column of text':
    'bảng có dòng in sẵn thì cột đầu phải là kind: text.',
  'a table without fixed rows is open': 'bảng không có dòng in sẵn thì không đóng được.',
  'is a part of another content': 'nội dung thành phần không thuộc nội dung PAPI đã ghi.',
};

/** Reads a declaration written as YAML; what is wrong is told with its line and its place. */
export function readDeclaration(text: string): ReadDeclaration {
  const lines = new LineCounter();
  const document = parseDocument(text.normalize('NFC'), { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0)
    return {
      problems: document.errors.map(({ message, pos }) => ({
        message: m.no_yaml,
        params: { where: { ...filled(m.at_line, { line: lines.linePos(pos[0]).line }) }, why: message },
      })),
    };
  const value: unknown = safely(() => document.toJS({ maxAliasCount: 20 }));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problems: [{ message: m.no_map, params: {} }] };
  const read = declarationSchema.safeParse(value);
  if (read.success) return { declaration: read.data };
  const where = (path: readonly PropertyKey[]): Message => {
    const line = lineOf(path);
    const place = path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join(' › ');
    return place === '' ? filled(m.at_line, { line }) : filled(m.at_line_of, { line, place });
  };
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  return { problems: read.error.issues.flatMap((issue) => problemsOf(issue, value, where)) };
}

function safely(work: () => unknown): unknown {
  try {
    return work();
  } catch {
    // Aliases that would grow without end.
    return undefined;
  }
}

function filled(message: Message, params: Readonly<Record<string, string | number>>): Message {
  const fill = (words: string): string =>
    words.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  return { vi: fill(message.vi), en: fill(message.en) };
}

function problemsOf(
  issue: z.core.$ZodIssue,
  value: unknown,
  whereOf: (path: readonly PropertyKey[]) => Message,
): DeclarationProblem[] {
  const where = whereOf(issue.path);
  const isMissing = valueAt(value, issue.path) === undefined;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ message: m.unknown, params: { where, key } }));
    case 'invalid_type':
      return isMissing
        ? [{ message: m.missing, params: { where } }]
        : [{ message: m.wrong_kind, params: { where, wanted: kindNamed(issue.expected) } }];
    case 'invalid_value':
      return isMissing
        ? [{ message: m.missing, params: { where } }]
        : [{ message: m.one_of, params: { where, list: issue.values.map(String).join(', ') } }];
    case 'too_small':
      return [{ message: m.too_little, params: { where, n: Number(issue.minimum) } }];
    case 'too_big':
      return [{ message: m.too_much, params: { where, n: Number(issue.maximum) } }];
    case 'custom': {
      const why = { vi: RULES[issue.message] ?? issue.message, en: issue.message };
      return [{ message: isMissing ? m.missing : m.rule, params: { where, why } }];
    }
    default:
      return [{ message: isMissing ? m.missing : m.wrong_form, params: { where } }];
  }
}

const kindNamed = (expected: string): Message =>
  (kinds as Readonly<Record<string, Message>>)[expected] ?? { vi: expected, en: expected };

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, part) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Record<PropertyKey, unknown>)[part]
        : undefined,
    value,
  );
}

import { z } from 'zod';
import { AppError, type FieldProblem } from '../errors.ts';
import type { Message } from '../i18n.ts';
import { isId } from '../ids.ts';
import { kernelErrors } from '../kernel-errors.ts';
import { inputMessages } from './input-messages.ts';
import { httpLimits } from './limits.ts';

/** Form fields as they came: text, several texts of one name, or an uploaded file. */
export type FormValue = string | File | (string | File)[];

const vietnamese = z.locales.vi().localeError;
const english = z.locales.en().localeError;

function words(answer: string | { message: string } | undefined | null, fallback: string): string {
  if (answer === undefined || answer === null) return fallback;
  return typeof answer === 'string' ? answer : answer.message;
}

/** A bound of a number may be a year, which is written without dots. */
const bare = (bound: number | bigint): { n: string } => ({ n: String(bound) });

/** Plain words for what people get wrong in forms. */
function plainWords(issue: z.core.$ZodIssue): Pick<FieldProblem, 'message' | 'params'> | undefined {
  if (issue.input === undefined || issue.input === '') return { message: inputMessages.missing };
  switch (issue.code) {
    case 'invalid_value':
      return { message: inputMessages.choose };
    case 'invalid_type':
      return issue.expected === 'number' ? { message: inputMessages.number } : undefined;
    case 'too_small': {
      const params = { n: Number(issue.minimum) };
      if (issue.origin === 'string') return { message: inputMessages.too_short, params };
      return issue.origin === 'number'
        ? { message: inputMessages.too_small, params: bare(issue.minimum) }
        : undefined;
    }
    case 'too_big': {
      const params = { n: Number(issue.maximum) };
      if (issue.origin === 'string') return { message: inputMessages.too_long, params };
      return issue.origin === 'number'
        ? { message: inputMessages.too_big, params: bare(issue.maximum) }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** A schema's own words: `.refine(check, { params: { message: m.someMessage } })`. */
function ownWords(issue: z.core.$ZodIssue): Pick<FieldProblem, 'message'> | undefined {
  if (issue.code !== 'custom') return undefined;
  const message = (issue.params as { message?: Message } | undefined)?.message;
  return message && { message };
}

/** For what no form can send: Zod's words, which exist in both languages. */
function zodWords(issue: z.core.$ZodIssue): Message {
  const raw = issue as z.core.$ZodRawIssue;
  return { vi: words(vietnamese(raw), issue.message), en: words(english(raw), issue.message) };
}

/** Validates what came; throws `kernel.invalid_input` that names every field. */
export function parseInput<T extends z.ZodType>(schema: T, raw: unknown): z.infer<T> {
  const parsed = schema.safeParse(raw, { reportInput: true });
  if (parsed.success) return parsed.data;
  const problems: FieldProblem[] = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    ...(ownWords(issue) ?? plainWords(issue) ?? { message: zodWords(issue) }),
  }));
  throw new AppError(kernelErrors.invalid_input, {}, problems);
}

/** Reads a body up to `limit` bytes; throws `kernel.too_large` as soon as more has come, `kernel.unsupported_body` when it breaks off. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = (): AppError =>
    new AppError(kernelErrors.too_large, { limit: Math.round(limit / 1024 / 1024) });
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body) {
    try {
      for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
        size += chunk.byteLength;
        if (size > limit) throw tooLarge();
        chunks.push(chunk);
      }
    } catch (error) {
      // Otherwise the sender went away in the middle: nothing here is at fault, and nobody waits for the answer.
      throw error instanceof AppError ? error : new AppError(kernelErrors.unsupported_body);
    }
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

/** The query of an address as plain values, cleaned like what people type in forms. */
export function queryFields(url: URL): Record<string, string | string[]> {
  const out: [string, string | string[]][] = [];
  for (const name of new Set(url.searchParams.keys())) {
    // An empty filter field of a GET form means "not filtered".
    const filled = url.searchParams
      .getAll(name)
      .map(cleanText)
      .filter((value) => value !== '');
    if (filled.length > 0) out.push([name, filled.length === 1 ? (filled[0] ?? '') : filled]);
  }
  return Object.fromEntries(out);
}

/** Parts of the path. One named `id` or `…Id` is a UUID; anything else in its place names nothing that exists. */
export function pathParams(params: Readonly<Record<string, string>>): Record<string, string> {
  for (const [name, value] of Object.entries(params)) {
    if (/^id$|Id$/.test(name) ? !isId(value) : value !== cleanText(value))
      throw new AppError(kernelErrors.not_found);
  }
  return { ...params };
}

/** Text of people is NFC from here on, with no control characters but line ends and tabs. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}

function cleanJson(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanJson);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanJson(item)]));
  return value;
}

/** Reads a form or JSON body into plain values; throws `kernel.unsupported_body` on anything else. */
export async function readFields(
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type') ?? '';
  try {
    if (type.startsWith('application/json')) {
      const value = cleanJson(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
      if (value === null || typeof value !== 'object' || Array.isArray(value))
        throw new SyntaxError('not an object');
      return value as Record<string, unknown>;
    }
    if (type.startsWith('application/x-www-form-urlencoded') || type.startsWith('multipart/form-data'))
      return fieldsOf(await new Response(bytes, { headers: { 'content-type': type } }).formData());
  } catch {
    throw new AppError(kernelErrors.unsupported_body);
  }
  if (bytes.byteLength === 0) return {};
  throw new AppError(kernelErrors.unsupported_body);
}

/** A file under the last part of its name, on one line; a name too long keeps its ending. */
function named(file: File): File {
  const last = cleanText(file.name).replace(/\s+/g, ' ').split(/[\\/]/).at(-1)?.trim() ?? '';
  const whole = last.length <= httpLimits.file_name;
  const name = whole ? last : `${last.slice(0, httpLimits.file_name - 20)}…${last.slice(-19)}`;
  return new File([file], name.toWellFormed(), { type: file.type });
}

function fieldsOf(form: FormData): Record<string, unknown> {
  const out: Record<string, FormValue> = Object.create(null) as Record<string, FormValue>;
  for (const [name, value] of form.entries()) {
    // A file field left empty comes as a nameless empty file.
    if (value instanceof File && value.name === '' && value.size === 0) continue;
    const clean = typeof value === 'string' ? cleanText(value) : named(value);
    const before = out[name];
    if (before === undefined) out[name] = clean;
    else if (Array.isArray(before)) before.push(clean);
    else out[name] = [before, clean];
  }
  return { ...out };
}

/** What was typed, without files and secrets, to show the form again. */
export function typedValues(fields: Readonly<Record<string, unknown>>): Record<string, string | string[]> {
  const out: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (/password|_csrf/i.test(name)) continue;
    if (typeof value === 'string') out[name] = value;
    else if (Array.isArray(value))
      out[name] = value.filter((item): item is string => typeof item === 'string');
  }
  return out;
}

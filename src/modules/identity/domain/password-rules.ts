import { type Message, messages, withoutDiacritics } from '../../../kernel/i18n.ts';
import { limits } from '../../../kernel/limits.ts';
import { commonPasswords } from './common-passwords.ts';

export const passwordLimits = limits('identity.password', {
  shortest: {
    value: 12,
    unit: 'characters',
    reason: 'length is what protects a password (NIST SP 800-63B 5.1.1); a phrase of a few words has it',
  },
  longest: {
    value: 128,
    unit: 'characters',
    reason: 'room for any phrase; a longer one only burdens the server',
  },
});

export const passwordMessages = messages({
  too_short: {
    vi: 'Mật khẩu cần ít nhất {n} ký tự. Một câu gồm vài từ dễ nhớ là tốt nhất.',
    en: 'The password needs at least {n} characters. A phrase of a few words is best.',
  },
  too_long: { vi: 'Mật khẩu dài nhất {n} ký tự.', en: 'The password has at most {n} characters.' },
  too_common: {
    vi: 'Mật khẩu này nhiều người dùng nên dễ bị đoán. Hãy chọn mật khẩu khác.',
    en: 'This password is used by many and easily guessed. Choose another.',
  },
  too_uniform: {
    vi: 'Mật khẩu chỉ lặp lại vài ký tự nên dễ bị đoán. Hãy chọn mật khẩu khác.',
    en: 'This password only repeats a few characters. Choose another.',
  },
  names_the_person: {
    vi: 'Mật khẩu không được chứa tên đăng nhập, thư điện tử hoặc chỉ là họ tên của bạn.',
    en: 'The password must not contain your user name or email, nor be just your name.',
  },
});

export interface PasswordOwner {
  readonly username: string;
  readonly email: string | null;
  readonly fullName: string;
}

/** One written form for one typed password, whatever keyboard composed its diacritics (NIST SP 800-63B 5.1.1.2). */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

function folded(text: string): string {
  return withoutDiacritics(normalPassword(text)).replace(/\s/g, '');
}

export interface PasswordProblem {
  readonly message: Message;
  readonly params: Readonly<Record<string, number>>;
}

const DISTINCT_CHARACTERS = 5;

/**
 * What is wrong with a new password, or `null`. Length and guessability count; which kinds of characters it mixes does
 * not (NIST SP 800-63B 5.1.1.2).
 */
export function passwordProblem(password: string, owner: PasswordOwner): PasswordProblem | null {
  const normal = normalPassword(password);
  const length = [...normal].length;
  if (length < passwordLimits.shortest)
    return { message: passwordMessages.too_short, params: { n: passwordLimits.shortest } };
  if (length > passwordLimits.longest)
    return { message: passwordMessages.too_long, params: { n: passwordLimits.longest } };
  const plain = folded(password);
  if (commonPasswords.has(plain)) return { message: passwordMessages.too_common, params: {} };
  if (new Set(plain).size < DISTINCT_CHARACTERS) return { message: passwordMessages.too_uniform, params: {} };
  if (namesOwner(plain, owner)) return { message: passwordMessages.names_the_person, params: {} };
  return null;
}

function namesOwner(plain: string, owner: PasswordOwner): boolean {
  const mailName = owner.email?.split('@')[0] ?? '';
  const inside = [owner.username, mailName].map(folded).filter((name) => name.length >= 4);
  return inside.some((name) => plain.includes(name)) || plain === folded(owner.fullName);
}

/** Provinces in numbers of identity cards (Thông tư 59/2021/TT-BCA, Phụ lục I): the first three digits. */
const PROVINCES = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 ' +
    '049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'
  ).split(' '),
);
/** The fourth digit is 0 or 1 for people born from 1900 to 1999, 2 or 3 from 2000 on; nobody is born after this year of the century yet. */
const LAST_YEAR_OF_CENTURY = 49;

/** Twelve digits that the rules of identity numbers allow: province, century with sex, year. */
export function isCitizenId(digits: string): boolean {
  if (!/^0\d{2}[0-3]\d{8}$/.test(digits) || !PROVINCES.has(digits.slice(0, 3))) return false;
  return digits.charAt(3) < '2' || Number(digits.slice(4, 6)) <= LAST_YEAR_OF_CENTURY;
}

/** Digits after the leading 0 that mobile networks have. */
const MOBILE = /^0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/;
/** 024 and 028 with eight digits, other provinces with seven after three. */
const LANDLINE = /^02(?:[48]\d{8}|(?!4|8)\d{9})$/;

/** The number as it is dialled at home: "0912345678". */
export function domestic(digits: string): string {
  return digits.replace(/^84(?=[2-9]\d{8,9}$)/, '0').replace(/^840(?=\d{9,10}$)/, '0');
}

export function isMobile(digits: string): boolean {
  return MOBILE.test(digits);
}

export function isLandline(digits: string): boolean {
  return LANDLINE.test(digits);
}

export const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Enough to find a number in the file again, never the number: its first four digits (two of a short one) and its last two. */
export function maskDigits(digits: string): string {
  const shown = digits.length >= 10 ? 4 : 2;
  const hidden = Math.max(digits.length - shown - 2, 1);
  return `${digits.slice(0, shown)}${'•'.repeat(hidden)}${digits.slice(-2)}`;
}

/** "n•••@gmail.com". */
export function maskEmail(address: string): string {
  return `${address.charAt(0)}•••${address.slice(address.indexOf('@'))}`;
}

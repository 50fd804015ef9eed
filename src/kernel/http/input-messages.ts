import { messages } from '../i18n.ts';

/** What is wrong with one field, for whoever typed it. */
export const inputMessages = messages({
  missing: { vi: 'Chưa nhập mục này.', en: 'Fill this in.' },
  choose: { vi: 'Chọn một trong các mục có sẵn.', en: 'Choose one of the options.' },
  too_short: { vi: 'Nhập ít nhất {n} ký tự.', en: 'Enter at least {n} characters.' },
  too_long: { vi: 'Nhập nhiều nhất {n} ký tự.', en: 'Enter at most {n} characters.' },
  too_small: { vi: 'Nhập số từ {n} trở lên.', en: 'Enter a number of {n} or more.' },
  too_big: { vi: 'Nhập số không quá {n}.', en: 'Enter a number of at most {n}.' },
  number: { vi: 'Nhập một số.', en: 'Enter a number.' },
});

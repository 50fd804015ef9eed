import { errors } from '../../kernel/errors.ts';

export const searchErrors = errors('search', {
  too_short: {
    status: 422,
    vi: 'Từ tìm kiếm quá ngắn.',
    en: 'The search text is too short.',
    remedy: {
      vi: 'Gõ một từ có ít nhất 3 chữ cái, tên đơn vị, hoặc một mã như 2.6 hay II.1.2.b.',
      en: 'Type a word of at least 3 letters, the name of a unit, or a code such as 2.6 or II.1.2.b.',
    },
  },
});

import { errors } from '../../kernel/errors.ts';

export const calendarErrors = errors('calendar', {
  unreadable_expression: {
    status: 422,
    vi: '{problem}',
    en: '{problem}',
    remedy: {
      vi: 'Sửa biểu thức theo một trong các dạng dùng được rồi tính lại.',
      en: 'Rewrite the expression in one of the accepted forms and try again.',
    },
  },
});

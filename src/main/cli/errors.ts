import { errors } from '../../kernel/errors.ts';

const seeHelp = {
  vi: 'Xem cách dùng: dan-biet help.',
  en: 'See the usage: dan-biet help.',
};

export const cliErrors = errors('cli', {
  unknown_command: {
    status: 400,
    vi: 'Không có lệnh “{words}”.',
    en: 'There is no command “{words}”.',
    remedy: seeHelp,
  },
  unknown_option: {
    status: 400,
    vi: 'Lệnh “{command}” không có tùy chọn {option}.',
    en: 'The command “{command}” has no option {option}.',
    remedy: {
      vi: 'Xem các tùy chọn: dan-biet {command} --help.',
      en: 'See the options: dan-biet {command} --help.',
    },
  },
  option_value: {
    status: 400,
    vi: 'Tùy chọn {option} cần đúng một giá trị.',
    en: 'The option {option} takes exactly one value.',
    remedy: { vi: 'Ghi giá trị ngay sau tùy chọn.', en: 'Write the value right after the option.' },
  },
  option_flag: {
    status: 400,
    vi: 'Tùy chọn {option} không nhận giá trị.',
    en: 'The option {option} takes no value.',
    remedy: { vi: 'Bỏ phần sau dấu “=”.', en: 'Leave out what follows “=”.' },
  },
  language: {
    status: 400,
    vi: 'Không có ngôn ngữ “{value}”.',
    en: 'There is no language “{value}”.',
    remedy: { vi: 'Dùng --lang vi hoặc --lang en.', en: 'Use --lang vi or --lang en.' },
  },
  arguments: {
    status: 400,
    vi: 'Lệnh “{command}” được gõ thiếu hoặc thừa phần.',
    en: 'The command “{command}” was given too few or too many arguments.',
    remedy: { vi: 'Cách dùng: dan-biet {command} {arguments}', en: 'Usage: dan-biet {command} {arguments}' },
  },
  failed: {
    status: 500,
    vi: 'Không thực hiện được: {detail}',
    en: 'This failed: {detail}',
    remedy: {
      vi: 'Kiểm tra cấu hình và cơ sở dữ liệu rồi chạy lại.',
      en: 'Check the configuration and the database, then run it again.',
    },
  },
});

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
    vi: 'Lệnh “{command}” được gõ thiếu hoặc thừa.',
    en: 'The command “{command}” was given too few or too many arguments.',
    remedy: { vi: 'Cách dùng: dan-biet {command} {arguments}', en: 'Usage: dan-biet {command} {arguments}' },
  },
  no_tenant: {
    status: 409,
    vi: 'Chưa có địa bàn nào.',
    en: 'There is no tenant yet.',
    remedy: {
      vi: 'Lập địa bàn trước: dan-biet tenant create TÊN-NGẮN --name "Tên địa bàn".',
      en: 'Make one first: dan-biet tenant create SLUG --name "Name".',
    },
  },
  which_tenant: {
    status: 409,
    vi: 'Có nhiều địa bàn: {slugs}.',
    en: 'There are several tenants: {slugs}.',
    remedy: { vi: 'Chọn một bằng --tenant TÊN-NGẮN.', en: 'Choose one with --tenant SLUG.' },
  },
  tenant_unknown: {
    status: 404,
    vi: 'Không có địa bàn “{slug}”.',
    en: 'There is no tenant “{slug}”.',
    remedy: { vi: 'Xem danh sách: dan-biet tenant list.', en: 'See the list: dan-biet tenant list.' },
  },
  tenant_slug: {
    status: 422,
    vi: 'Tên ngắn “{slug}” không dùng được.',
    en: 'The slug “{slug}” cannot be used.',
    remedy: {
      vi: 'Dùng 2 đến 41 chữ thường không dấu, chữ số và dấu gạch nối, bắt đầu bằng chữ: an-thi-2024.',
      en: 'Use 2 to 41 lower-case letters, digits and hyphens, beginning with a letter: an-thi-2024.',
    },
  },
  tenant_taken: {
    status: 409,
    vi: 'Đã có địa bàn “{slug}”.',
    en: 'The tenant “{slug}” exists already.',
    remedy: { vi: 'Chọn tên ngắn khác.', en: 'Choose another slug.' },
  },
  file_unreadable: {
    status: 422,
    vi: 'Không mở được tệp “{file}”.',
    en: 'The file “{file}” cannot be opened.',
    remedy: {
      vi: 'Kiểm tra đường dẫn và quyền đọc tệp.',
      en: 'Check the path and the right to read the file.',
    },
  },
  file_unwritable: {
    status: 409,
    vi: 'Không ghi được tệp “{file}”.',
    en: 'The file “{file}” cannot be written.',
    remedy: {
      vi: 'Kiểm tra thư mục và quyền ghi.',
      en: 'Check the folder and the right to write.',
    },
  },
  unit_unknown: {
    status: 422,
    vi: 'Không tìm thấy đơn vị “{unit}”, hoặc có nhiều hơn một.',
    en: 'No unit “{unit}” was found, or more than one.',
    remedy: {
      vi: 'Ghi khóa, mã hoặc đúng tên đơn vị. Các đơn vị gốc: {roots}.',
      en: 'Give the key, the code or the exact name of a unit. Root units: {roots}.',
    },
  },
  person_unknown: {
    status: 404,
    vi: 'Không có người dùng “{username}”.',
    en: 'There is no user “{username}”.',
    remedy: { vi: 'Kiểm tra lại tên đăng nhập.', en: 'Check the user name.' },
  },
  option_needed: {
    status: 400,
    vi: 'Lệnh “{command}” cần {options}.',
    en: 'The command “{command}” needs {options}.',
    remedy: {
      vi: 'Xem cách dùng: dan-biet {command} --help.',
      en: 'See the usage: dan-biet {command} --help.',
    },
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

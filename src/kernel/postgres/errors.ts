import { errors } from '../errors.ts';

/** What can keep the database that the program carries with it from starting. */
export const postgresErrors = errors('postgres', {
  platform_unsupported: {
    status: 503,
    vi: 'Chương trình không mang theo cơ sở dữ liệu cho loại máy này ({platform}).',
    en: 'The program carries no database for this kind of machine ({platform}).',
    remedy: {
      vi: 'Dùng máy Linux hoặc macOS, hoặc đặt DATABASE_URL trỏ tới máy chủ PostgreSQL từ bản 15.',
      en: 'Use Linux or macOS, or set DATABASE_URL to a PostgreSQL server, version 15 or later.',
    },
  },
  folder_unusable: {
    status: 503,
    vi: 'Không dùng được thư mục dữ liệu {folder}: {reason}.',
    en: 'The data folder {folder} cannot be used: {reason}.',
    remedy: {
      vi: 'Chạy bằng đúng tài khoản đã tạo thư mục, hoặc chọn thư mục khác bằng DATA_DIR.',
      en: 'Run as the account that made the folder, or choose another folder with DATA_DIR.',
    },
  },
  account_unnamed: {
    status: 503,
    vi: 'Tài khoản hệ điều hành số {uid} không có tên nên không mở được cơ sở dữ liệu.',
    en: 'Operating system account {uid} has no name, so the database cannot be opened.',
    remedy: {
      vi: 'Chạy bằng tài khoản có trong /etc/passwd.',
      en: 'Run as an account that is listed in /etc/passwd.',
    },
  },
  busy: {
    status: 503,
    vi: 'Thư mục dữ liệu {folder} đang do một chương trình khác giữ và chưa dùng được.',
    en: 'The data folder {folder} is held by another program and cannot be used yet.',
    remedy: {
      vi: 'Đợi ít phút rồi thử lại; nếu vẫn vậy, dừng chương trình kia.',
      en: 'Wait a few minutes and try again; if it stays so, stop the other program.',
    },
  },
  start_failed: {
    status: 503,
    vi: 'Cơ sở dữ liệu không khởi động được: {detail}',
    en: 'The database did not start: {detail}',
    remedy: {
      vi: 'Xem nhật ký trong thư mục {logFolder}; không xóa thư mục dữ liệu.',
      en: 'Read the log in {logFolder}; do not delete the data folder.',
    },
  },
});

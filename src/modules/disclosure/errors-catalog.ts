import { errors } from '../../kernel/errors.ts';

/** What can go wrong with the register of obligations. */
export const catalogErrors = errors('disclosure', {
  no_such_obligation: {
    status: 404,
    vi: 'Không có nội dung phải công khai mang mã “{code}”.',
    en: 'There is no obligation with the code “{code}”.',
    remedy: { vi: 'Mở lại trang Danh mục công khai.', en: 'Open the register of obligations again.' },
  },
  register_not_allowed: {
    status: 403,
    vi: 'Bạn không có quyền thay đổi danh mục công khai.',
    en: 'You may not change the register of obligations.',
    remedy: {
      vi: 'Lãnh đạo, quản trị và cơ quan thường trực của cấp ban hành kế hoạch quyết định danh mục này.',
      en: 'Leaders, the administrator and the standing agency of the issuing level decide on this register.',
    },
  },
  not_followed: {
    status: 409,
    vi: 'Nội dung “{name}” chưa được áp dụng hoặc đã thôi áp dụng.',
    en: '“{name}” is not followed yet, or no longer.',
    remedy: {
      vi: 'Chọn ngày bắt đầu áp dụng trước.',
      en: 'Choose the day from which it is followed first.',
    },
  },
  ends_before_it_begins: {
    status: 422,
    vi: 'Ngày thôi áp dụng phải từ ngày bắt đầu ({day}) trở đi.',
    en: 'The last day must not come before the first one ({day}).',
    remedy: { vi: 'Chọn ngày khác.', en: 'Choose another day.' },
  },
  code_declared: {
    status: 409,
    vi: 'Đã có nội dung công khai mang mã “{code}”: {name}.',
    en: 'There is an obligation with the code “{code}” already: {name}.',
    remedy: {
      vi: 'Đặt mã khác; hoặc mở nội dung đó để sửa nếu là nội dung riêng của địa phương.',
      en: 'Choose another code, or open that one to change it where it is your own.',
    },
  },
  not_own_obligation: {
    status: 409,
    vi: 'Nội dung “{name}” có sẵn theo phần mềm, địa phương không sửa được.',
    en: '“{name}” ships with the program and is not changed here.',
    remedy: {
      vi: 'Khai báo một nội dung riêng với mã khác, rồi thôi áp dụng nội dung này nếu cần.',
      en: 'Declare one of your own with another code, and stop following this one if you must.',
    },
  },
  declaration_wrong: {
    status: 422,
    vi: 'Bản khai báo còn {count} chỗ chưa đúng.',
    en: 'The declaration is wrong in {count} places.',
    remedy: { vi: 'Sửa các chỗ được nêu rồi lưu lại.', en: 'Correct the places named and save again.' },
  },
  no_names_to_decide: {
    status: 422,
    vi: 'Nội dung “{name}” không có thông tin cá nhân để quyết định.',
    en: '“{name}” holds nothing personal to decide on.',
    remedy: { vi: 'Không cần làm gì.', en: 'Nothing is to be done.' },
  },
  web_beyond_law: {
    status: 422,
    vi: 'Pháp luật không cho đưa tên người của nội dung “{name}” lên mạng.',
    en: 'The law keeps the names of “{name}” off the web.',
    remedy: {
      vi: 'Chọn “chỉ số liệu theo thôn” hoặc “không đăng”; tên vẫn được niêm yết trên giấy.',
      en: 'Choose figures by village or nothing; the names still hang on paper.',
    },
  },
  sheet_of_another: {
    status: 422,
    vi: 'Tệp này là mẫu của nội dung khác (mã “{code}”).',
    en: 'This file is the sheet of another obligation (code “{code}”).',
    remedy: {
      vi: 'Tải lại mẫu của đúng nội dung rồi nhập.',
      en: 'Download the right sheet and fill that in.',
    },
  },
  sheet_not_found: {
    status: 422,
    vi: 'Trong tệp không thấy bảng nào có các cột của nội dung này.',
    en: 'The file holds no table with the columns of this obligation.',
    remedy: {
      vi: 'Tải mẫu .xlsx của nội dung, nhập vào mẫu và giữ nguyên dòng tiêu đề cột.',
      en: 'Download the .xlsx sheet, fill it in and keep its header row.',
    },
  },
});

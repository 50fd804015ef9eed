import { errorsByConstraint } from '../../kernel/db/database.ts';
import { errors } from '../../kernel/errors.ts';

export const unitErrors = errors('units', {
  not_found: {
    status: 404,
    vi: 'Không tìm thấy đơn vị này.',
    en: 'This unit was not found.',
    remedy: { vi: 'Tìm lại theo tên trong cây đơn vị.', en: 'Look for it by name in the tree of units.' },
  },
  not_standing: {
    status: 422,
    vi: '“{unit}” không hoạt động vào ngày {date}.',
    en: '“{unit}” does not stand on {date}.',
    remedy: {
      vi: 'Chọn ngày trong thời gian đơn vị hoạt động.',
      en: 'Choose a day on which the unit stands.',
    },
  },
  starts_on_day: {
    status: 422,
    vi: '“{unit}” mới bắt đầu đúng ngày {date} nên chưa thể kết thúc trước ngày đó.',
    en: '“{unit}” only begins on {date}, so it cannot end before.',
    remedy: { vi: 'Chọn ngày muộn hơn.', en: 'Choose a later day.' },
  },
  changes_later: {
    status: 409,
    vi: '“{unit}” đã có thay đổi được ghi từ ngày {date}, sau ngày bạn chọn.',
    en: '“{unit}” already has a change recorded from {date}, after the day you chose.',
    remedy: {
      vi: 'Chọn ngày sau thay đổi đó, hoặc sửa thay đổi đó trước.',
      en: 'Choose a day after that change, or correct that change first.',
    },
  },
  still_has_children: {
    status: 409,
    vi: 'Còn {count} đơn vị trực thuộc “{unit}” sau ngày này: {names}.',
    en: '{count} units still stand under “{unit}” after this day: {names}.',
    remedy: {
      vi: 'Chuyển hoặc kết thúc các đơn vị trực thuộc trước, hoặc dùng “Sáp nhập”.',
      en: 'Move or close the units under it first, or use “Merge”.',
    },
  },
  parent_unknown: {
    status: 422,
    vi: 'Không tìm thấy đơn vị cấp trên của “{unit}”.',
    en: 'The unit above “{unit}” was not found.',
    remedy: { vi: 'Chọn đơn vị cấp trên trong danh sách.', en: 'Choose the unit above from the list.' },
  },
  parent_not_standing: {
    status: 422,
    vi: '“{unit}” (từ {from} đến {to}) không thể trực thuộc “{parent}”, vì “{parent}” chỉ hoạt động từ {parentFrom} đến {parentTo}.',
    en: '“{unit}” ({from} to {to}) cannot stand under “{parent}”, which stands only from {parentFrom} to {parentTo}.',
    remedy: {
      vi: 'Chọn đơn vị cấp trên khác, hoặc sửa ngày cho nằm trong thời gian hoạt động của đơn vị cấp trên.',
      en: 'Choose another unit above, or days within its life.',
    },
  },
  cycle: {
    status: 422,
    vi: 'Một đơn vị không thể trực thuộc chính mình hoặc đơn vị nằm dưới nó.',
    en: 'A unit cannot stand under itself or under a unit below it.',
    remedy: { vi: 'Chọn đơn vị cấp trên khác.', en: 'Choose another unit above.' },
  },
  code_twice: {
    status: 409,
    vi: 'Mã {code} đang là mã của “{other}” trong cùng thời gian.',
    en: 'Code {code} is the code of “{other}” on the same days.',
    remedy: {
      vi: 'Kiểm tra lại mã, hoặc kết thúc mã ở đơn vị kia trước.',
      en: 'Check the code, or end its use at the other unit first.',
    },
  },
  versions_broken: {
    status: 422,
    vi: 'Các giai đoạn của “{unit}” chồng nhau, đứt quãng hoặc ngược ngày (giai đoạn từ {from}).',
    en: 'The periods of “{unit}” overlap, leave a gap or run backwards (the period from {from}).',
    remedy: {
      vi: 'Sửa ngày để các giai đoạn nối tiếp nhau.',
      en: 'Correct the days so that each period follows the one before.',
    },
  },
  overlapping: {
    status: 409,
    vi: 'Đơn vị này vừa được người khác thay đổi trong cùng thời gian.',
    en: 'Someone else has just changed this unit on the same days.',
    remedy: { vi: 'Tải lại trang rồi làm lại.', en: 'Reload the page, then try again.' },
  },
  key_taken: {
    status: 409,
    vi: 'Khóa này đã là của đơn vị khác.',
    en: 'This key belongs to another unit.',
    remedy: { vi: 'Dùng khóa khác hoặc để trống.', en: 'Use another key, or leave it empty.' },
  },
  merge_target_is_source: {
    status: 422,
    vi: 'Đơn vị nhận không thể cũng là đơn vị bị sáp nhập.',
    en: 'The unit that receives cannot be among those merged.',
    remedy: {
      vi: 'Bỏ đơn vị nhận khỏi danh sách sáp nhập.',
      en: 'Leave the receiving unit out of the list.',
    },
  },
  child_part_unknown: {
    status: 422,
    vi: 'Đơn vị trực thuộc được chia cho một phần không có trong danh sách.',
    en: 'A unit below is given to a part that is not in the list.',
    remedy: { vi: 'Chọn lại phần nhận.', en: 'Choose the receiving part again.' },
  },
  contact_empty: {
    status: 422,
    vi: 'Chưa có thông tin liên hệ nào để công bố.',
    en: 'There is nothing to publish.',
    remedy: {
      vi: 'Nhập chức danh người đứng đầu, số điện thoại hoặc hộp thư.',
      en: 'Enter the head’s title, a phone number or a mailbox.',
    },
  },
  tier_unknown: {
    status: 422,
    vi: 'Cấp đã chọn chưa được khai báo.',
    en: 'The tier chosen is not declared.',
    remedy: { vi: 'Chọn cấp trong danh sách.', en: 'Choose a tier from the list.' },
  },
  tier_in_use: {
    status: 409,
    vi: 'Cấp “{tier}” đang được đơn vị dùng nên không bỏ được.',
    en: 'Tier “{tier}” is used by units, so it cannot be removed.',
    remedy: { vi: 'Giữ cấp này trong danh sách.', en: 'Keep this tier in the list.' },
  },
  import_has_errors: {
    status: 422,
    vi: 'Tệp còn {count} lỗi; chưa có gì được lưu.',
    en: 'The file has {count} errors; nothing was saved.',
    remedy: { vi: 'Sửa các ô được nêu rồi nhập lại.', en: 'Correct the cells named, then import again.' },
  },
  import_no_header: {
    status: 422,
    vi: 'Không tìm thấy trong tệp “{file}” dòng tiêu đề có đủ các cột: Tên, Loại, Cấp, Từ ngày.',
    en: 'No header row with the columns Tên, Loại, Cấp, Từ ngày was found in “{file}”.',
    remedy: { vi: 'Dùng tệp mẫu trên trang nhập đơn vị.', en: 'Use the template on the import page.' },
  },
  import_bad_json: {
    status: 422,
    vi: 'Tệp JSON “{file}” không phải là danh sách đơn vị hoặc nhóm đơn vị.',
    en: 'The JSON file “{file}” is not a list of units or of groups.',
    remedy: {
      vi: 'Xem cấu trúc tệp trên trang nhập đơn vị.',
      en: 'See the structure on the import page.',
    },
  },
  import_too_many_rows: {
    status: 422,
    vi: 'Tệp có {count} dòng, vượt mức {limit} dòng mỗi lần nhập.',
    en: 'The file has {count} rows; the limit is {limit} at a time.',
    remedy: { vi: 'Chia tệp rồi nhập từng phần.', en: 'Split the file and import the parts.' },
  },
  import_file_missing: {
    status: 422,
    vi: 'Chưa chọn tệp, hoặc tệp đã xem trước không còn.',
    en: 'No file was chosen, or the previewed file is gone.',
    remedy: { vi: 'Chọn tệp rồi xem trước lại.', en: 'Choose the file and preview it again.' },
  },
});

errorsByConstraint({
  units_version_no_overlap: unitErrors.overlapping,
  units_version_no_cycle: unitErrors.cycle,
  units_version_code_once: unitErrors.overlapping,
  units_version_tier: unitErrors.tier_unknown,
  units_unit_key_unique: unitErrors.key_taken,
});

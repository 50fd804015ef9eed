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
    en: '“{unit}” is not active on {date}.',
    remedy: {
      vi: 'Chọn ngày trong thời gian đơn vị hoạt động.',
      en: 'Choose a day on which the unit is active.',
    },
  },
  starts_on_day: {
    status: 422,
    vi: '“{unit}” mới bắt đầu đúng ngày {date} nên chưa thể kết thúc trước ngày đó.',
    en: '“{unit}” only begins on {date}, so it cannot end before that day.',
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
    en: 'Units still under “{unit}” after this day ({count}): {names}.',
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
    en: '“{unit}” ({from} to {to}) cannot be placed under “{parent}”, which is active only from {parentFrom} to {parentTo}.',
    remedy: {
      vi: 'Chọn đơn vị cấp trên khác, hoặc sửa ngày cho nằm trong thời gian hoạt động của đơn vị cấp trên.',
      en: 'Choose another unit above, or dates on which the unit above is active.',
    },
  },
  cycle: {
    status: 422,
    vi: 'Một đơn vị không thể trực thuộc chính mình hoặc đơn vị nằm dưới nó.',
    en: 'A unit cannot be placed under itself or under a unit below it.',
    remedy: { vi: 'Chọn đơn vị cấp trên khác.', en: 'Choose another unit above.' },
  },
  code_twice: {
    status: 409,
    vi: 'Mã {code} đang là mã của “{other}” trong cùng thời gian.',
    en: 'Code {code} belongs to “{other}” on the same days.',
    remedy: {
      vi: 'Kiểm tra lại mã, hoặc kết thúc mã ở đơn vị kia trước.',
      en: 'Check the code, or end its use at the other unit first.',
    },
  },
  versions_broken: {
    status: 422,
    vi: 'Các giai đoạn của “{unit}” chồng lên nhau, đứt quãng hoặc ngược ngày (giai đoạn từ {from}).',
    en: 'The periods of “{unit}” overlap, leave a gap or run backwards (the period from {from}).',
    remedy: {
      vi: 'Sửa ngày để các giai đoạn nối tiếp nhau.',
      en: 'Correct the dates so that each period follows the one before.',
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
    vi: 'Khóa này đã thuộc đơn vị khác.',
    en: 'This key belongs to another unit.',
    remedy: { vi: 'Dùng khóa khác hoặc để trống.', en: 'Use another key, or leave it empty.' },
  },
  merge_target_is_source: {
    status: 422,
    vi: 'Đơn vị nhận không thể cũng là đơn vị bị sáp nhập.',
    en: 'The receiving unit cannot be one of the units merged.',
    remedy: {
      vi: 'Bỏ đơn vị nhận khỏi danh sách sáp nhập.',
      en: 'Take the receiving unit out of the list of units to merge.',
    },
  },
  child_part_unknown: {
    status: 422,
    vi: 'Đơn vị trực thuộc được chia cho một phần không có trong danh sách.',
    en: 'A unit under this one is given to a part that is not in the list.',
    remedy: { vi: 'Chọn lại phần nhận.', en: 'Choose the receiving part again.' },
  },
  contact_empty: {
    status: 422,
    vi: 'Chưa có thông tin liên hệ nào để công bố.',
    en: 'There is no contact to publish yet.',
    remedy: {
      vi: 'Nhập chức danh người đứng đầu, số điện thoại hoặc hộp thư.',
      en: 'Enter the title of the head, a telephone number or an email address.',
    },
  },
  tier_unknown: {
    status: 422,
    vi: 'Cấp đã chọn không có trong danh sách.',
    en: 'The tier chosen is not in the list.',
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
    en: 'Errors in the file: {count}. Nothing was saved.',
    remedy: { vi: 'Sửa các ô được nêu rồi nhập lại.', en: 'Correct the cells named, then import again.' },
  },
  import_no_header: {
    status: 422,
    vi: 'Không tìm thấy trong tệp “{file}” dòng tiêu đề có đủ các cột: Tên, Loại, Cấp, Từ ngày.',
    en: 'No header row with the columns Tên, Loại, Cấp, Từ ngày was found in “{file}”.',
    remedy: {
      vi: 'Dùng tệp mẫu trên trang nhập đơn vị.',
      en: 'Use the template on the page where units are imported.',
    },
  },
  import_bad_json: {
    status: 422,
    vi: 'Tệp “{file}” không phải là danh sách đơn vị hoặc nhóm đơn vị.',
    en: 'The file “{file}” is not a list of units or of groups of units.',
    remedy: {
      vi: 'Xem cách ghi tệp .json trên trang nhập đơn vị.',
      en: 'See how to write a .json file on the page where units are imported.',
    },
  },
  import_too_many_rows: {
    status: 422,
    vi: 'Tệp có {count} dòng, vượt mức {limit} dòng mỗi lần nhập.',
    en: 'The file has {count} rows; the limit is {limit} at a time.',
    remedy: { vi: 'Chia tệp rồi nhập từng phần.', en: 'Split the file and import the parts.' },
  },
  boundary_has_errors: {
    status: 422,
    vi: 'Tệp ranh giới còn {count} lỗi; chưa có gì được lưu.',
    en: 'Errors in the file of boundaries: {count}. Nothing was saved.',
    remedy: {
      vi: 'Sửa các hình được nêu rồi nhập lại, hoặc chọn ngày khác.',
      en: 'Correct the features named, or choose another day, then import again.',
    },
  },
  boundary_bad_json: {
    status: 422,
    vi: 'Tệp “{file}” không phải là tệp GeoJSON (FeatureCollection).',
    en: 'The file “{file}” is not a GeoJSON file (a FeatureCollection).',
    remedy: {
      vi: 'Xuất lại từ phần mềm bản đồ theo dạng GeoJSON, WGS 84 (EPSG:4326).',
      en: 'Export it again from the mapping program as GeoJSON, WGS 84 (EPSG:4326).',
    },
  },
  boundary_too_many: {
    status: 422,
    vi: 'Tệp có {count} hình, vượt mức {limit} hình mỗi lần nhập.',
    en: 'The file has {count} features; the limit is {limit} at a time.',
    remedy: { vi: 'Chia tệp rồi nhập từng phần.', en: 'Split the file and import the parts.' },
  },
  boundary_too_fine: {
    status: 422,
    vi: 'Các hình trong tệp có {count} điểm, vượt mức {limit} điểm.',
    en: 'The features of the file have {count} points; the limit is {limit}.',
    remedy: {
      vi: 'Làm đơn giản đường bao trong phần mềm bản đồ rồi nhập lại.',
      en: 'Simplify the outlines in the mapping program, then import again.',
    },
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

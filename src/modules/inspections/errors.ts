import { errorsByConstraint } from '../../kernel/db/database.ts';
import { errors } from '../../kernel/errors.ts';

export const inspectionErrors = errors('inspections', {
  not_found: {
    status: 404,
    vi: 'Không tìm thấy cuộc kiểm tra này.',
    en: 'This inspection was not found.',
    remedy: { vi: 'Mở lại từ trang Kiểm tra.', en: 'Open it again from the page of inspections.' },
  },
  finding_not_found: {
    status: 404,
    vi: 'Không tìm thấy tồn tại này.',
    en: 'This finding was not found.',
    remedy: { vi: 'Mở lại từ danh sách tồn tại.', en: 'Open it again from the list of findings.' },
  },
  unit_not_standing: {
    status: 422,
    vi: 'Đơn vị được chọn không hoạt động vào ngày {date}.',
    en: 'The chosen unit does not stand on {date}.',
    remedy: { vi: 'Chọn lại đơn vị hoặc ngày kiểm tra.', en: 'Choose another unit or day.' },
  },
  out_of_reach: {
    status: 422,
    vi: '{unit} không thuộc địa bàn, phạm vi kiểm tra của {by}.',
    en: '{unit} does not lie within what {by} inspects.',
    remedy: {
      vi: 'Ủy ban nhân dân kiểm tra đơn vị trực thuộc; phòng, ngành, Mặt trận kiểm tra đơn vị thuộc UBND cùng cấp.',
      en: 'A People’s Committee inspects what lies under it; an office or the Front what lies under its committee.',
    },
  },
  day_past: {
    status: 422,
    vi: 'Ngày {date} đã qua.',
    en: '{date} has passed.',
    remedy: {
      vi: 'Chọn ngày kiểm tra từ hôm nay trở đi.',
      en: 'Choose a day from today on.',
    },
  },
  partner_unknown: {
    status: 422,
    vi: 'Đơn vị phối hợp không phù hợp: phải là đơn vị khác đang hoạt động và không phải đơn vị được kiểm tra.',
    en: 'A partner does not fit: it is another unit that stands, and not the inspected one.',
    remedy: { vi: 'Chọn lại đơn vị cùng chủ trì.', en: 'Choose the partners again.' },
  },
  part_unknown: {
    status: 422,
    vi: 'Không có nội dung thành phần {code} trong nội dung đã chọn.',
    en: 'There is no part {code} in the chosen content.',
    remedy: { vi: 'Chọn nội dung thành phần trong danh sách.', en: 'Choose a part from the list.' },
  },
  too_many_members: {
    status: 422,
    vi: 'Đoàn kiểm tra có tối đa {limit} người.',
    en: 'A team has at most {limit} people.',
    remedy: { vi: 'Bớt người trong danh sách đoàn.', en: 'Take people off the list.' },
  },
  ended_already: {
    status: 409,
    vi: 'Cuộc kiểm tra này đã kết luận hoặc đã hủy.',
    en: 'This inspection was concluded or called off.',
    remedy: { vi: 'Tải lại trang để xem trạng thái mới.', en: 'Reload the page to see how it stands.' },
  },
  not_begun: {
    status: 409,
    vi: 'Chưa đến ngày kiểm tra ({date}).',
    en: 'The day of the inspection, {date}, has not come.',
    remedy: {
      vi: 'Ghi tồn tại và kết luận từ ngày kiểm tra; nếu kiểm tra sớm hơn, hãy đổi ngày.',
      en: 'Record findings and the conclusion from that day on; move the day if it was held earlier.',
    },
  },
  begun_already: {
    status: 409,
    vi: 'Cuộc kiểm tra đã ghi tồn tại nên không đổi ngày hoặc hủy được nữa.',
    en: 'Findings were recorded, so that it can no longer be moved or called off.',
    remedy: { vi: 'Kết luận cuộc kiểm tra này.', en: 'Conclude this inspection.' },
  },
  known_already: {
    status: 409,
    vi: 'Đơn vị được kiểm tra đã biết cuộc kiểm tra này.',
    en: 'The inspected unit knows of it already.',
    remedy: { vi: 'Không cần làm gì thêm.', en: 'Nothing has to be done.' },
  },
  owner_unfit: {
    status: 422,
    vi: 'Không giao {unit} khắc phục tồn tại này được.',
    en: '{unit} cannot be asked to put this right.',
    remedy: {
      vi: 'Chọn đơn vị được kiểm tra, đơn vị trực thuộc hoặc UBND cấp trên trực tiếp của đơn vị đó.',
      en: 'Choose the inspected unit, one below it or the committee right above it.',
    },
  },
  due_unfit: {
    status: 422,
    vi: 'Hạn khắc phục phải sau hôm nay và trong vòng {years} năm.',
    en: 'The due of a remedy lies after today and within {years} years.',
    remedy: { vi: 'Nhập lại thời hạn.', en: 'Enter the due again.' },
  },
  due_not_later: {
    status: 422,
    vi: 'Hạn mới phải sau hạn đang có, {date}.',
    en: 'The new due has to lie after the present one, {date}.',
    remedy: { vi: 'Nhập hạn muộn hơn.', en: 'Enter a later day.' },
  },
  too_many_findings: {
    status: 422,
    vi: 'Một cuộc kiểm tra ghi tối đa {limit} tồn tại.',
    en: 'An inspection holds at most {limit} findings.',
    remedy: { vi: 'Gộp các tồn tại cùng loại.', en: 'Put findings of one kind together.' },
  },
  may_not_claim: {
    status: 403,
    vi: 'Chỉ người của đơn vị được giao khắc phục mới báo được kết quả khắc phục.',
    en: 'Only people of the unit that was asked may report the remedy.',
    remedy: { vi: 'Chuyển việc này cho đơn vị đó.', en: 'Leave it to that unit.' },
  },
  may_not_verify: {
    status: 403,
    vi: 'Chỉ bên kiểm tra mới xác nhận kết quả khắc phục; người của đơn vị khắc phục hoặc người đã báo không tự xác nhận.',
    en: 'Only the inspecting side judges a remedy: nobody of the unit that did it, nor who reported it.',
    remedy: { vi: 'Đề nghị bên kiểm tra xác nhận.', en: 'Ask the inspecting side.' },
  },
  proof_missing: {
    status: 422,
    vi: 'Chưa có minh chứng cho việc khắc phục.',
    en: 'Nothing proves the remedy yet.',
    remedy: {
      vi: 'Đính kèm ảnh, tệp hoặc đường dẫn cho thấy đã khắc phục.',
      en: 'Attach a photo, a file or a link that shows it.',
    },
  },
  proof_in_use: {
    status: 409,
    vi: 'Minh chứng này đang là căn cứ của kết quả khắc phục nên chưa rút được.',
    en: 'The remedy rests on this evidence, so that it cannot be withdrawn.',
    remedy: {
      vi: 'Nếu còn chờ xác nhận, hãy đề nghị bên kiểm tra trả lại để gửi minh chứng khác; tồn tại đã đóng thì giữ nguyên minh chứng.',
      en: 'While it waits, ask the inspecting side to return it and send other evidence; what was closed keeps it.',
    },
  },
  made_already: {
    status: 409,
    vi: 'Nội dung này vừa được ghi rồi.',
    en: 'The same was recorded just before.',
    remedy: {
      vi: 'Mở lại danh sách để xem; không cần ghi lần nữa.',
      en: 'Open the list to see it; nothing has to be recorded again.',
    },
  },
  stands_otherwise: {
    status: 409,
    vi: 'Tồn tại này đã chuyển trạng thái nên không thực hiện được thao tác.',
    en: 'This finding stands otherwise meanwhile, so that this cannot be recorded.',
    remedy: { vi: 'Tải lại trang để xem trạng thái mới.', en: 'Reload the page to see how it stands.' },
  },
  words_needed: {
    status: 422,
    vi: 'Chưa nhập nội dung.',
    en: 'The words are missing.',
    remedy: {
      vi: 'Ghi ngắn gọn căn cứ, lý do hoặc kết quả.',
      en: 'Say in a few words what it rests on, why, or what came of it.',
    },
  },
  nothing_open: {
    status: 409,
    vi: 'Cuộc kiểm tra này không còn tồn tại nào chưa khắc phục xong.',
    en: 'No finding of this inspection is still open.',
    remedy: {
      vi: 'Nếu cần kiểm tra lại một tồn tại đã đóng, hãy mở lại tồn tại đó trước.',
      en: 'Open a closed finding again first if it has to be looked at.',
    },
  },
});

errorsByConstraint({ inspections_event_ended_once: inspectionErrors.ended_already });

import { errors } from '../../kernel/errors.ts';
export const disclosureErrors = errors('disclosure', {
  not_found: {
    status: 404,
    vi: 'Không tìm thấy mục công khai này.',
    en: 'This item was not found.',
    remedy: { vi: 'Mở lại từ trang Công khai.', en: 'Open it again from the page of disclosure.' },
  },
  unknown_obligation: {
    status: 404,
    vi: 'Không có nội dung phải công khai mang mã {code}, hoặc đơn vị trên hệ thống này chưa áp dụng nội dung đó.',
    en: 'There is no obligation {code}, or it is not followed here yet.',
    remedy: {
      vi: 'Chọn một nội dung trong danh mục đang áp dụng.',
      en: 'Choose one of the obligations that are followed.',
    },
  },
  not_an_event: {
    status: 422,
    vi: '“{name}” được mở theo kỳ, đơn vị không tự mở.',
    en: '“{name}” is opened by its period; units do not open it.',
    remedy: {
      vi: 'Mở mục của kỳ đó trong danh sách của đơn vị.',
      en: 'Open the item of that period in the unit’s list.',
    },
  },
  event_ahead: {
    status: 422,
    vi: 'Ngày {date} chưa đến.',
    en: '{date} has not come yet.',
    remedy: { vi: 'Ghi ngày đã diễn ra việc phải công khai.', en: 'Enter the day on which it happened.' },
  },
  not_bound_then: {
    status: 422,
    vi: 'Ngày {date} không thuộc thời gian áp dụng nội dung này.',
    en: 'The obligation is not followed for {date}.',
    remedy: {
      vi: 'Kiểm tra lại ngày; các ngày áp dụng có ở danh mục nội dung công khai.',
      en: 'Check the day; the days that are followed stand in the catalogue.',
    },
  },
  unit_not_asked: {
    status: 422,
    vi: 'Nội dung này không áp dụng cho {unit} vào ngày {date}.',
    en: 'The obligation does not concern {unit} on {date}.',
    remedy: { vi: 'Kiểm tra lại đơn vị và ngày.', en: 'Check the unit and the day.' },
  },
  may_not_write: {
    status: 403,
    vi: 'Bạn không ghi nội dung công khai cho đơn vị này.',
    en: 'You may not write the disclosure of this unit.',
    remedy: { vi: 'Người của chính đơn vị làm việc này.', en: 'The unit’s own people do this.' },
  },
  may_not_post: {
    status: 403,
    vi: 'Bạn không niêm yết hoặc gỡ tại điểm này.',
    en: 'You may not post or take down at this place.',
    remedy: {
      vi: 'Người của xã, hoặc của thôn có điểm niêm yết, làm việc này.',
      en: 'People of the commune, or of the village of the place, do this.',
    },
  },
  may_not_exempt: {
    status: 403,
    vi: 'Bạn không miễn được mục công khai của đơn vị này.',
    en: 'You may not exempt this unit’s items.',
    remedy: {
      vi: 'Cơ quan thường trực hoặc lãnh đạo cấp trên của đơn vị làm việc này.',
      en: 'The standing agency or leaders above the unit do this.',
    },
  },
  may_not_see: {
    status: 403,
    vi: 'Bạn không xem được việc công khai của đơn vị này.',
    en: 'You may not see the disclosure of this unit.',
    remedy: {
      vi: 'Nội dung đã công bố xem được trên cổng công khai.',
      en: 'What is published can be read on the portal.',
    },
  },
  not_whole: {
    status: 422,
    vi: 'Chưa công bố được vì nội dung còn {n} chỗ thiếu hoặc sai.',
    en: 'The content cannot be published yet. Values missing or wrong: {n}.',
    remedy: {
      vi: 'Bổ sung, sửa từng chỗ được nêu rồi công bố lại.',
      en: 'Fill or correct each one that is named, then publish again.',
    },
  },
  summary_unfit: {
    status: 422,
    vi: 'Phần tóm tắt cần có từ 1 đến 1.000 ký tự.',
    en: 'The summary needs 1 to 1,000 characters.',
    remedy: {
      vi: 'Viết một đoạn ngắn cho người dân dễ hiểu.',
      en: 'Write one short paragraph that citizens understand.',
    },
  },
  reason_unfit: {
    status: 422,
    vi: 'Lý do cần có từ 3 đến 1.000 ký tự.',
    en: 'The reason needs 3 to 1,000 characters.',
    remedy: {
      vi: 'Ghi lý do để người dân và cấp trên hiểu.',
      en: 'Say why, so that citizens and superiors understand.',
    },
  },
  published_already: {
    status: 409,
    vi: '{name} đã công bố mục này ngày {date}.',
    en: '{name} published this item on {date}.',
    remedy: {
      vi: 'Tải lại trang; muốn thay đổi thì dùng “Đính chính”.',
      en: 'Reload the page; to change it use “Correct”.',
    },
  },
  changed_meanwhile: {
    status: 409,
    vi: 'Trong lúc bạn sửa, {name} đã ghi bản {number} của mục này.',
    en: 'While you were writing, {name} recorded version {number} of this item.',
    remedy: {
      vi: 'Nội dung bạn nhập vẫn còn trong biểu mẫu; so với bản mới rồi ghi lại.',
      en: 'What you typed is still in the form; compare it with the new version and save again.',
    },
  },
  not_published: {
    status: 409,
    vi: 'Mục này chưa công bố nội dung nào.',
    en: 'Nothing of this item has been published.',
    remedy: { vi: 'Công bố nội dung trước.', en: 'Publish its content first.' },
  },
  withdrawn: {
    status: 409,
    vi: 'Nội dung của mục này đã rút ngày {date}.',
    en: 'The content of this item was withdrawn on {date}.',
    remedy: {
      vi: 'Muốn công khai lại thì ghi bản đính chính.',
      en: 'To publish again, record a correction.',
    },
  },
  said_nil: {
    status: 409,
    vi: 'Mục này đang được xác nhận không phát sinh.',
    en: 'It stands that nothing arose for this item.',
    remedy: { vi: 'Hủy xác nhận không phát sinh rồi làm lại.', en: 'Take the nil statement back first.' },
  },
  is_exempt: {
    status: 409,
    vi: 'Mục này đang được miễn.',
    en: 'The item is exempt.',
    remedy: {
      vi: 'Cơ quan thường trực hủy việc miễn trước.',
      en: 'The standing agency takes the exemption back first.',
    },
  },
  nil_no_answer: {
    status: 422,
    vi: 'Nội dung này không có câu trả lời “không phát sinh”.',
    en: '“Nothing arose” is no answer to this obligation.',
    remedy: { vi: 'Công bố nội dung theo biểu mẫu.', en: 'Publish its content in the form.' },
  },
  no_exception: {
    status: 409,
    vi: 'Mục này không được miễn và không ở trạng thái không phát sinh.',
    en: 'The item is neither exempt nor nil.',
    remedy: { vi: 'Tải lại trang để xem trạng thái mới.', en: 'Reload the page to see its state.' },
  },
  sheet_missing: {
    status: 422,
    vi: 'Chưa chọn biểu đã điền.',
    en: 'No workbook was chosen.',
    remedy: {
      vi: 'Chọn tệp .xlsx hoặc .csv rồi bấm “Đọc biểu”.',
      en: 'Choose an .xlsx or .csv file, then read it.',
    },
  },
  draft_missing: {
    status: 409,
    vi: 'Không có bản soạn nào để công bố.',
    en: 'There is no draft to publish.',
    remedy: {
      vi: 'Có thể bạn đã công bố rồi: mở lại trang của mục.',
      en: 'You may have published it already: open the item again.',
    },
  },
  too_many_files: {
    status: 422,
    vi: 'Mỗi bản có nhiều nhất {limit} tệp.',
    en: 'A version has {limit} files at most.',
    remedy: { vi: 'Gộp các phụ lục vào một tệp.', en: 'Put annexes into one file.' },
  },
  personal_unanswered: {
    status: 422,
    vi: 'Tệp “{file}” có dữ liệu cá nhân mà chưa có lý do công bố.',
    en: 'The file “{file}” holds personal data and no reason to publish it.',
    remedy: {
      vi: 'Dùng bản rút gọn, hoặc ghi lý do được phép công bố.',
      en: 'Use the reduced copy, or say why it may be published.',
    },
  },
  personal_typed: {
    status: 422,
    vi: 'Có {n} chỗ trông như dữ liệu cá nhân trong lời đã nhập mà chưa có lý do công bố.',
    en: 'What was typed looks personal in some places, and no reason says why it may be published. Places: {n}.',
    remedy: {
      vi: 'Bỏ số định danh, số điện thoại riêng, số tài khoản, ngày sinh; nếu được phép công bố thì ghi rõ lý do.',
      en: 'Take personal numbers, private telephones, accounts and days of birth out, or say why they may be published.',
    },
  },
  words_personal: {
    status: 422,
    vi: 'Lời ghi có số định danh, số tài khoản hoặc ngày sinh của một người.',
    en: 'These words hold somebody’s personal number, bank account or day of birth.',
    remedy: {
      vi: 'Lời này người dân đọc được: bỏ số đó đi, chỉ nêu sự việc.',
      en: 'Citizens read these words: take the number out and tell only what happened.',
    },
  },
});

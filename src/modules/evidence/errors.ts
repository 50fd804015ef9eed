import { errorsByConstraint } from '../../kernel/db/database.ts';
import { errors } from '../../kernel/errors.ts';

const accepted = {
  vi: 'Gửi PDF, Word (.docx), Excel (.xlsx), CSV, văn bản (.txt) hoặc ảnh JPEG, PNG, WebP; phim, trang web thì gửi đường dẫn.',
  en: 'Send a PDF, Word (.docx), Excel (.xlsx), CSV or text (.txt) file or a JPEG, PNG or WebP picture; for a film or a web page send its link.',
};

export const evidenceErrors = errors('evidence', {
  not_found: {
    status: 404,
    vi: 'Không tìm thấy minh chứng này.',
    en: 'This evidence was not found.',
    remedy: {
      vi: 'Quay lại trang trước, tải lại để xem các minh chứng đang có.',
      en: 'Go back to the page before and reload it to see the evidence there is.',
    },
  },
  not_accepted: {
    status: 415,
    vi: 'Tệp “{file}” là {actual}, không thuộc loại được nhận làm minh chứng.',
    en: 'The file “{file}” is {actual}, which is not taken as evidence.',
    remedy: accepted,
  },
  wrong_name: {
    status: 415,
    vi: 'Tệp “{file}” có đuôi {extension} nhưng nội dung là {actual}.',
    en: 'The file “{file}” is named {extension} but holds {actual}.',
    remedy: {
      vi: 'Mở tệp bằng đúng chương trình, lưu lại cho tên khớp nội dung rồi tải lên.',
      en: 'Open the file in its own program, save it so that its name matches, then upload it.',
    },
  },
  cut_short: {
    status: 422,
    vi: 'Tệp “{file}” bị hỏng hoặc thiếu phần cuối.',
    en: 'The file “{file}” is damaged or cut short.',
    remedy: {
      vi: 'Mở tệp trên máy để kiểm tra, lưu lại thành tệp mới rồi tải lên tệp mới đó.',
      en: 'Open the file on your computer, check it, save it as a new file and upload that one.',
    },
  },
  two_in_one: {
    status: 422,
    vi: 'Sau phần văn bản của tệp “{file}” còn dữ liệu khác ghép vào, nên tệp bị từ chối.',
    en: 'Behind the document in “{file}” other data are attached, so it was refused.',
    remedy: {
      vi: 'Mở tệp, in hoặc lưu lại thành PDF mới rồi tải lên tệp mới đó.',
      en: 'Open the file, print or save it as a new PDF and upload that one.',
    },
  },
  too_many_at_once: {
    status: 422,
    vi: 'Mỗi lần gửi được nhiều nhất {limit} minh chứng.',
    en: 'At most {limit} pieces of evidence can be sent at once.',
    remedy: { vi: 'Gửi làm nhiều lần.', en: 'Send them in several turns.' },
  },
  too_many: {
    status: 422,
    vi: 'Đã có {count} minh chứng; nhiều nhất là {limit}.',
    en: 'There are {count} pieces of evidence already; the most is {limit}.',
    remedy: {
      vi: 'Rút những minh chứng không cần đến rồi gửi lại, hoặc gộp các trang vào một tệp PDF.',
      en: 'Withdraw evidence that is not needed, or join pages into one PDF, then send again.',
    },
  },
  too_heavy: {
    status: 413,
    vi: 'Các tệp minh chứng cộng lại vượt {limit} MB.',
    en: 'The files of evidence come to more than {limit} MB.',
    remedy: {
      vi: 'Rút những tệp không cần đến, hoặc gửi đường dẫn thay cho tệp.',
      en: 'Withdraw files that are not needed, or send a link instead of a file.',
    },
  },
  already_there: {
    status: 409,
    vi: 'Minh chứng “{name}” đã có ở đây từ {at}, nên không thêm lần nữa.',
    en: 'The evidence “{name}” has been here since {at} and was not added again.',
    remedy: {
      vi: 'Không cần gửi lại. Nếu muốn thay, hãy rút bản cũ trước.',
      en: 'There is no need to send it again. To replace it, withdraw the old one first.',
    },
  },
  nothing_sent: {
    status: 422,
    vi: 'Chưa chọn tệp, ảnh hoặc nhập đường dẫn nào.',
    en: 'No file, photo or link was given.',
    remedy: { vi: 'Chọn ít nhất một minh chứng rồi gửi.', en: 'Choose at least one, then send.' },
  },
  link_malformed: {
    status: 422,
    vi: 'Đường dẫn “{url}” không đúng dạng.',
    en: 'The link “{url}” is not an address of the web.',
    remedy: {
      vi: 'Chép cả dòng địa chỉ của trang, bắt đầu bằng https:// hoặc http://.',
      en: 'Copy the whole address of the page, which begins with https:// or http://.',
    },
  },
  link_credentials: {
    status: 422,
    vi: 'Đường dẫn có tên hoặc mật khẩu đăng nhập ở trong, nên không lưu.',
    en: 'The link holds a user name or password and was not kept.',
    remedy: {
      vi: 'Bỏ phần trước dấu @, hoặc dùng đường dẫn ai cũng mở được.',
      en: 'Remove what stands before the @, or use an address that anybody can open.',
    },
  },
  future_day: {
    status: 422,
    vi: 'Ngày {date} chưa đến nên chưa thể là minh chứng.',
    en: '{date} has not come yet, so it cannot be evidence.',
    remedy: {
      vi: 'Nhập ngày đã thực sự niêm yết hoặc họp.',
      en: 'Enter the day the posting went up or the meeting was held.',
    },
  },
  days_crossed: {
    status: 422,
    vi: 'Ngày gỡ niêm yết đứng trước ngày niêm yết.',
    en: 'The posting ends before it begins.',
    remedy: { vi: 'Kiểm tra lại hai ngày.', en: 'Check the two days.' },
  },
  withdrawn_already: {
    status: 409,
    vi: 'Minh chứng này đã được rút.',
    en: 'This evidence was withdrawn already.',
    remedy: { vi: 'Tải lại trang để xem bản mới nhất.', en: 'Reload the page to see how it stands.' },
  },
  reason_needed: {
    status: 422,
    vi: 'Chưa nhập lý do rút minh chứng.',
    en: 'The reason for the withdrawal is missing.',
    remedy: {
      vi: 'Ghi ngắn gọn vì sao, để người xác nhận biết.',
      en: 'Say briefly why, so that whoever accepts the work knows.',
    },
  },
});

errorsByConstraint({
  evidence_withdrawal_once: evidenceErrors.withdrawn_already,
  evidence_withdrawal_reason: evidenceErrors.reason_needed,
});

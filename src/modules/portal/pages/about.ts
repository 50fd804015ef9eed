import { html } from '../../../kernel/html.ts';
import { answerPage, anyone, get } from '../../../kernel/http/route.ts';
import { messages } from '../../../kernel/i18n.ts';
import { frame } from '../frame.ts';
import { KEPT } from './parts.ts';

const a = messages({
  title: { vi: 'Trợ năng và quyền riêng tư', en: 'Accessibility and privacy' },
  use: { vi: 'Ai cũng dùng được', en: 'For everybody' },
  use_1: {
    vi: 'Trang này được làm theo chuẩn WCAG 2.2 mức AA: dùng được bằng bàn phím và phần mềm đọc màn hình, không dùng màu sắc thay cho chữ.',
    en: 'These pages aim at WCAG 2.2 level AA: they work with a keyboard and a screen reader, and no colour stands in place of words.',
  },
  use_2: {
    vi: 'Bấm “Chữ to” ở đầu trang để phóng chữ. Trang cũng theo cỡ chữ và nền tối mà bạn đã đặt trong máy.',
    en: '“Larger text” at the top makes letters larger. The pages also follow the size of text and the dark colours chosen in your device.',
  },
  use_3: {
    vi: 'Mạng chậm vẫn mở được: mỗi trang chỉ nặng vài chục KB, không cần cài gì.',
    en: 'It opens on a slow line: a page is some dozen KB and needs nothing installed.',
  },
  use_4: {
    vi: 'Tệp văn bản gốc do xã đưa lên có thể là bản quét, phần mềm đọc màn hình không đọc được. Nếu bạn không xem được, hãy gọi xã để được đọc hoặc gửi bản khác.',
    en: 'Official files are uploaded by the communes; a scan cannot be read by a screen reader. Call the commune to have it read or sent in another form.',
  },
  privacy: { vi: 'Bạn là ai, chúng tôi không lưu', en: 'Who you are is not kept' },
  privacy_1: {
    vi: 'Không cần tài khoản, không quảng cáo, không gửi gì cho bên thứ ba.',
    en: 'No account, no advertising, nothing sent to anybody else.',
  },
  privacy_2: {
    vi: 'Máy của bạn chỉ nhớ hai điều để lần sau mở nhanh: xã bạn chọn và ngôn ngữ. Xóa cookie là hết.',
    en: 'Your device remembers two things: the commune and the language you chose. Clearing cookies removes them.',
  },
  privacy_3: {
    vi: 'Khi bạn báo “không thấy” hay “sai nội dung”, chúng tôi lưu điều bạn báo, lời và ảnh bạn gửi, không lưu tên hay địa chỉ máy của bạn. Địa chỉ máy chỉ được giữ trong bộ nhớ ở dạng đã trộn, đến hết ngày, để một người không báo nhiều lần.',
    en: 'When you say “not there” or “wrong”, what you said, your words and photo are kept, not your name or address. The address of your device is held in memory only, scrambled, until the end of the day, so that nobody answers many times.',
  },
  privacy_4: {
    vi: 'Ảnh được làm lại trước khi lưu: nơi chụp và thông tin máy ghi trong ảnh bị xóa.',
    en: 'Photos are made anew before they are kept: the place and the device written in them are removed.',
  },
});

/** Who can use these pages, and what they keep of readers. */
export const about = get({
  path: '/tro-nang',
  access: anyone('says how the portal is used and what it keeps'),
  rate: 'public',
  cache: KEPT,
  async handle(context) {
    const { t } = context;
    const list = (items: readonly (typeof a)[keyof typeof a][]) =>
      html`<ul>${items.map((one) => html`<li>${t(one)}</li>`)}</ul>`;
    return answerPage(
      frame(context, {
        title: t(a.title),
        main: html`<section><h2>${t(a.use)}</h2>${list([a.use_1, a.use_2, a.use_3, a.use_4])}</section><section><h2>${t(a.privacy)}</h2>${list([a.privacy_1, a.privacy_2, a.privacy_3, a.privacy_4])}</section>`,
      }),
    );
  },
});

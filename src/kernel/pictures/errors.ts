import { errors } from '../errors.ts';

const takeAgain = {
  vi: 'Mở ảnh trên máy để kiểm tra, chụp lại hoặc lưu lại dạng JPEG rồi tải lên.',
  en: 'Open the picture on your device to check it, take it again or save it as JPEG, then upload it.',
};

/** Why a picture was refused; each names its file. */
export const pictureErrors = errors('pictures', {
  heic: {
    status: 415,
    vi: 'Ảnh “{file}” là HEIC, dạng riêng của iPhone mà nhiều máy không mở được.',
    en: 'The picture “{file}” is HEIC, a format of iPhones that many computers cannot open.',
    remedy: {
      vi: 'Trên iPhone: vào Cài đặt, Camera, Định dạng, chọn “Tương thích nhất” rồi chụp lại; hoặc gửi ảnh qua Zalo, thư điện tử để có bản JPEG.',
      en: 'On the iPhone open Settings, Camera, Formats and choose “Most Compatible”, then take the picture again; or share it by message or email to get a JPEG.',
    },
  },
  unsupported: {
    status: 415,
    vi: 'Tệp “{file}” không phải ảnh dùng được: nội dung là {actual}.',
    en: 'The file “{file}” is no picture that can be used: it holds {actual}.',
    remedy: { vi: 'Gửi ảnh JPEG, PNG hoặc WebP.', en: 'Send a JPEG, PNG or WebP picture.' },
  },
  too_heavy: {
    status: 413,
    vi: 'Ảnh “{file}” nặng {size} MB, vượt mức cho phép {limit} MB.',
    en: 'The picture “{file}” is {size} MB; the limit is {limit} MB.',
    remedy: {
      vi: 'Chọn cỡ ảnh nhỏ hơn trong cài đặt máy ảnh rồi chụp lại, hoặc gửi bản thu nhỏ.',
      en: 'Choose a smaller picture size in the camera’s settings, or send a reduced copy.',
    },
  },
  too_many_pixels: {
    status: 413,
    vi: 'Ảnh “{file}” có {width} × {height} điểm ảnh, vượt mức cho phép {limit} triệu điểm.',
    en: 'The picture “{file}” has {width} × {height} pixels; the limit is {limit} million.',
    remedy: {
      vi: 'Đặt máy ảnh về cỡ thường (12 triệu điểm) rồi chụp lại, hoặc gửi bản thu nhỏ.',
      en: 'Set the camera to its ordinary size (12 million pixels), or send a reduced copy.',
    },
  },
  damaged: {
    status: 422,
    vi: 'Ảnh “{file}” bị hỏng hoặc thiếu phần cuối, không mở được.',
    en: 'The picture “{file}” is damaged or cut short and cannot be opened.',
    remedy: takeAgain,
  },
  overlaid: {
    status: 422,
    vi: 'Ảnh “{file}” được ghép bất thường từ quá nhiều lớp, có thể gây hại cho hệ thống nên bị từ chối.',
    en: 'The picture “{file}” is put together from too many layers, which could harm the system, and was refused.',
    remedy: takeAgain,
  },
  busy: {
    status: 503,
    vi: 'Hệ thống đang xử lý nhiều ảnh cùng lúc; ảnh “{file}” chưa được nhận.',
    en: 'Too many pictures are being processed at once; “{file}” was not taken.',
    remedy: { vi: 'Đợi một phút rồi gửi lại.', en: 'Wait a minute, then send it again.' },
  },
});

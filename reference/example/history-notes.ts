export type NoteType = 'posting' | 'meeting' | 'document' | 'figure' | 'inspection' | 'media';

/** What each task mainly delivers, so that a progress note speaks of the right thing. */
const codesByType: Readonly<Record<NoteType, string>> = {
  posting: '1.9 2.1 2.3 2.6 2.8 2.11 2.13 3.6 4.5 4.10 5.2 5.5 7.5 8.3',
  meeting: '1.4 1.5 1.6 1.8 2.2 3.1 3.2 3.3 6.14 6.15 1.12',
  document:
    '0.1 0.2 0.3 0.4 0.6 0.7 0.8 0.9 0.11 0.13 0.14 0.15 0.16 0.17 1.2 1.3 1.7 2.5 2.12 3.9 3.10 4.3 4.11 5.1 5.4 5.10 6.1 6.2 6.6 6.8 7.3 8.2',
  figure:
    '2.9 3.5 3.7 3.8 4.6 4.8 4.9 5.3 5.6 5.7 5.8 5.9 6.3 6.4 6.5 6.7 6.9 6.10 6.11 6.12 6.13 7.2 8.4 8.6 8.7',
  inspection: '0.5 1.10 1.11 2.10 2.14 4.2 4.4 4.7 6.16 7.4 7.6',
  media: '0.10 0.12 1.1 2.4 2.7 3.4 4.1 7.1 8.1 8.5',
};

const typeByCode = new Map<string, NoteType>(
  Object.entries(codesByType).flatMap(([type, codes]) =>
    codes.split(' ').map((code): [string, NoteType] => [code, type as NoteType]),
  ),
);

/** The kind of product a task mainly delivers; a code unknown to the example counts as a document. */
export function noteTypeOf(taskCode: string): NoteType {
  return typeByCode.get(taskCode) ?? 'document';
}

export const knownTaskCodes: ReadonlySet<string> = new Set(typeByCode.keys());

/** `{n}` and `{m}` become two counts, m never above n. */
export const claimNotes: Readonly<Record<NoteType, readonly string[]>> = {
  posting: [
    'Đã niêm yết tại trụ sở, gửi kèm ảnh có ngày chụp.',
    'Đã đăng trang thông tin và dán bảng tin; có biên bản niêm yết.',
    'Đã công khai {n} mục, đường dẫn gửi kèm.',
    'Đã niêm yết tại {n} điểm, có xác nhận của nơi niêm yết.',
  ],
  meeting: [
    'Đã tổ chức đúng lịch, {n} người dự; biên bản gửi kèm.',
    'Đã ghi nhận {n} ý kiến, trả lời {m} ý kiến.',
    'Có biên bản và danh sách {n} người tham dự.',
    'Đã họp xong, thông báo kết luận gửi kèm.',
  ],
  document: [
    'Đã ký ban hành, gửi kèm bản quét.',
    'Văn bản đã ban hành và gửi các đơn vị liên quan.',
    'Đã hoàn thành, tệp văn bản gửi kèm.',
    'Đã trình ký và phát hành trong kỳ.',
  ],
  figure: [
    'Đã chốt số liệu kỳ này, gửi kèm bảng tổng hợp.',
    'Số liệu đã đối chiếu với sổ theo dõi.',
    'Đã thống kê {n} trường hợp, {m} trường hợp đúng hạn.',
  ],
  inspection: [
    'Đã kiểm tra {n} nơi, có biên bản từng nơi.',
    'Đã kiểm tra xong; {m} tồn tại kèm hạn khắc phục.',
    'Biên bản và danh sách kiến nghị gửi kèm.',
  ],
  media: [
    'Đã phát {n} lượt trên truyền thanh, lịch phát gửi kèm.',
    'Đã đăng {n} tin, bài; danh sách đường dẫn gửi kèm.',
    'Đã tổ chức {m} buổi, có ảnh và danh sách người dự.',
  ],
};

export const returnNotes: Readonly<Record<NoteType, readonly string[]>> = {
  posting: [
    'Ảnh niêm yết chưa thấy ngày; đề nghị chụp lại.',
    'Thiếu biên bản kết thúc niêm yết.',
    'Đường dẫn không mở được; đề nghị gửi lại.',
  ],
  meeting: [
    'Biên bản chưa có chữ ký của đại diện hộ dân.',
    'Chưa nêu ý kiến nào đã được trả lời.',
    'Thiếu danh sách người dự.',
  ],
  document: [
    'Bản gửi chưa có số và ngày ban hành.',
    'Chưa ghi người chịu trách nhiệm từng việc.',
    'Còn thiếu thời gian hoàn thành của một số nhiệm vụ.',
  ],
  figure: [
    'Số liệu chưa khớp kỳ trước; đề nghị rà lại.',
    'Thiếu mẫu số để tính tỷ lệ.',
    'Bảng tổng hợp chưa có xác nhận của người đứng đầu.',
  ],
  inspection: ['Tồn tại chưa ghi hạn khắc phục.', 'Biên bản chưa có chữ ký của nơi được kiểm tra.'],
  media: ['Chưa gửi lịch phát.', 'Tin, bài chưa đúng nội dung của nhiệm vụ.'],
};

export const startNotes = [
  'Đã giao người phụ trách.',
  'Đã phân công, bắt đầu thực hiện.',
  'Đang chuẩn bị tài liệu.',
  'Đang phối hợp với các đơn vị liên quan.',
] as const;

export const acceptNotes = [
  'Đủ sản phẩm, đồng ý.',
  'Đã đối chiếu minh chứng, công nhận hoàn thành.',
  'Đạt yêu cầu.',
  'Minh chứng rõ, đồng ý kết quả.',
] as const;

export const resubmitNotes = ['Đã bổ sung theo yêu cầu.', 'Đã sửa và gửi lại minh chứng.'] as const;

export const notApplicableNotes = [
  'Chưa phát sinh trong kỳ.',
  'Địa bàn không có trường hợp này.',
  'Không có nội dung thuộc nhiệm vụ này trong kỳ.',
] as const;

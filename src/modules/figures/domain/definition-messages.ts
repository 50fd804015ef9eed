import { messages } from '../../../kernel/i18n.ts';

export const definitionMessages = messages({
  label_missing: {
    vi: 'Tỷ lệ cần tên của tử số và mẫu số.',
    en: 'A rate needs the names of its numerator and denominator.',
  },
  rate_only: {
    vi: 'Chỉ tỷ lệ mới có tử số và mẫu số.',
    en: 'Only a rate has a numerator and a denominator.',
  },
  whole_only: {
    vi: 'Chỉ số lượng và tỷ lệ mới có phần thập phân.',
    en: 'Only amounts and rates have decimals.',
  },
  number_only: {
    vi: 'Chỉ số mới có mức tối đa và mục tiêu.',
    en: 'Only numbers have a maximum and a target.',
  },
  above_zero: { vi: 'Mức tối đa phải lớn hơn 0.', en: 'The maximum must be above 0.' },
  not_negative: { vi: 'Mục tiêu không thể nhỏ hơn 0.', en: 'The target cannot be less than 0.' },
  adds_up_otherwise: {
    vi: 'Loại số liệu này không tổng hợp theo cách đã chọn.',
    en: 'Values of this kind do not add up in the way chosen.',
  },
  part_of_other: {
    vi: 'Nội dung thành phần này không thuộc nội dung đã chọn.',
    en: 'This part does not belong to the content chosen.',
  },
  unknown_enterer: {
    vi: 'Có nhóm hoặc đơn vị không còn trong danh mục.',
    en: 'A group or unit is no longer in the register.',
  },
  unknown_owner: {
    vi: 'Cơ quan chủ trì phải là đơn vị đang hoạt động.',
    en: 'The lead agency must be an active unit.',
  },
  nobody_enters: { vi: 'Chưa chọn ai nhập chỉ tiêu.', en: 'Nobody is chosen to enter the figure.' },
});

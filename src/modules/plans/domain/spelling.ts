import { modernTone } from './wording.ts';

/**
 * Pairs of syllables that administrative texts use all the time and that have one right spelling. A pair is listed
 * only where its syllables with other diacritics make no sense together, so that a difference is worth a look.
 */
const COMMON_PAIRS = `
phấn đấu, tuyển dụng, thẩm quyền, nhân dân, chính quyền, hành chính, trách nhiệm, nhiệm vụ, thực hiện, triển khai,
tuyên truyền, phổ biến, pháp luật, giám sát, kiểm tra, thanh tra, công khai, minh bạch, giải trình, kiến nghị,
khiếu nại, tố cáo, phản ánh, giải quyết, tiếp nhận, tiếp thu, thủ tục, đơn giản, cắt giảm, niêm yết,
công chức, viên chức, cán bộ, bồi dưỡng, đào tạo, quy hoạch, luân chuyển, kế hoạch, chương trình, đề án,
quyết định, nghị quyết, nghị định, chỉ thị, thông tư, pháp lệnh, quy chế, quy trình, hướng dẫn, đôn đốc,
theo dõi, tổng hợp, báo cáo, định kỳ, đột xuất, thường xuyên, kịp thời, đầy đủ, nghiêm túc, đồng bộ,
hiệu quả, chất lượng, nâng cao, cải thiện, tăng cường, đẩy mạnh, phát huy, phát hiện, ngăn chặn, xử lý,
chấn chỉnh, khắc phục, sai phạm, thiếu sót, tồn tại, hạn chế, vi phạm, kỷ luật, kỷ cương, tham nhũng,
lãng phí, tiêu cực, sách nhiễu, phiền hà, bức xúc, dư luận, đối thoại, tham mưu, chủ trì,
phối hợp, chủ động, linh hoạt, lồng ghép, sơ kết, tổng kết, khảo sát, đánh giá, xếp hạng, chỉ tiêu,
ngân sách, tài chính, tài sản, dự toán, quyết toán, đầu tư, xây dựng, cơ sở, hạ tầng, giao thông,
môi trường, ô nhiễm, chất thải, nguồn nước, không khí, chăn nuôi, chế biến, nông sản, nông thôn, sản xuất,
kinh doanh, doanh nghiệp, dịch vụ, trực tuyến, toàn trình, điện tử, công nghệ, ứng dụng, chuyển đổi, dữ liệu,
giáo dục, tiểu học, y tế, khám bệnh, chữa bệnh, bảo hiểm, xã hội, an ninh, trật tự, tội phạm,
ma túy, quốc phòng, phòng cháy, chữa cháy, bầu cử, đại biểu, quốc hội, hội đồng, ủy ban, mặt trận,
tổ quốc, đoàn thể, tổ chức, đơn vị, cơ quan, địa phương, thị trấn, tổ dân, dân phố, cộng đồng,
dân cư, dân chủ, quyền lợi, nghĩa vụ, đóng góp, ý kiến, tham gia, tiếp cận, thông tin, truyền thông,
truyền thanh, phương tiện, hình thức, nội dung, mục đích, yêu cầu, giải pháp, nguyên nhân, lãnh đạo, chỉ đạo,
phân công, phụ trách, quản lý, nhà nước, trợ giúp, tư pháp, tranh chấp, hòa giải, tòa án, chứng thực,
hộ nghèo, rà soát, bình xét, danh sách, trụ sở, quy định, ban hành, tập huấn, nhận thức, chuyên môn,
nghiệp vụ, liêm chính, chuyên nghiệp, phục vụ, uy tín, hài lòng, khuyến khích, thuận lợi, thuận tiện, đảm bảo
`;

function withoutMarks(syllables: string): string {
  return syllables.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
}

const RIGHT = new Map<string, Set<string>>();
for (const pair of COMMON_PAIRS.split(',').map((text) => text.trim())) {
  const key = withoutMarks(pair);
  RIGHT.set(key, (RIGHT.get(key) ?? new Set()).add(pair));
}

/** Other right spellings that happen to be equal up to diacritics ("chi tiêu", "hằng quý trình …"): no reason to ask. */
const ALSO_RIGHT = new Set(
  `có quan, có số, có sở, cơ số, cờ số, cỡ số, chi tiêu, tái sản, dân cử, không khi, theo đối, theo đổi, theo đôi, theo đội, theo đời, để an, để án,
cần bộ, căn bộ, phần công, quý trình, quý định, quý chế, dự liệu, điện từ, nhận dân, phản anh`
    .split(',')
    .map((text) => text.trim()),
);

export interface Suspect {
  /** As it stands in the text. */
  readonly written: string;
  readonly suggestion: string;
}

function inTheCaseOf(pattern: string, text: string): string {
  if (pattern === pattern.toUpperCase()) return text.toUpperCase();
  return /^\p{Lu}/u.test(pattern) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/**
 * Pairs of syllables in the text that differ from a common administrative pair by diacritics alone ("thâm quyền"):
 * mostly slips of a scanner. They are for a person to decide; nothing is changed here.
 */
export function spellingSuspects(text: string): Suspect[] {
  const found = new Map<string, Suspect>();
  for (const phrase of modernTone(text).split(/[^\p{L} ]+/u)) {
    const syllables = phrase.split(' ').filter(Boolean);
    for (let i = 1; i < syllables.length; i++) {
      const written = `${syllables[i - 1]} ${syllables[i]}`;
      const lower = written.toLowerCase();
      const right = RIGHT.get(withoutMarks(lower));
      const neighbours = [`${syllables[i - 2]} ${syllables[i - 1]}`, `${syllables[i]} ${syllables[i + 1]}`];
      // "luân chuyển đối với": the syllable already belongs to a right pair, so the two only meet by chance.
      if (neighbours.some((pair) => RIGHT.get(withoutMarks(pair.toLowerCase()))?.has(pair.toLowerCase())))
        continue;
      if (!right || right.has(lower) || ALSO_RIGHT.has(lower) || withoutMarks(lower) === lower) continue;
      for (const suggestion of right) {
        found.set(written, { written, suggestion: inTheCaseOf(written, suggestion) });
      }
    }
  }
  return [...found.values()];
}

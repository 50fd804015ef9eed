import { describe, expect, it } from 'vitest';
import { parseProducts, productSchema, productType } from './products.ts';

describe('parseProducts', () => {
  it('parts products at semicolons and line breaks', () => {
    expect(
      parseProducts('Kế hoạch; số hội nghị, buổi phát thanh\n- Ảnh niêm yết;').map((p) => p.text),
    ).toEqual(['Kế hoạch', 'số hội nghị, buổi phát thanh', 'Ảnh niêm yết']);
  });

  it('parts at a comma only where another product begins', () => {
    expect(parseProducts('Quyết định, biên bản, kết luận').map((p) => p.text)).toEqual([
      'Quyết định',
      'biên bản',
      'kết luận',
    ]);
    expect(parseProducts('Ảnh niêm yết có ngày; biên bản niêm yết, kết thúc niêm yết')).toHaveLength(2);
    expect(parseProducts('Báo cáo (quý, năm), đề xuất')).toHaveLength(1);
    expect(parseProducts('Mục tiêu từ 46,96 điểm trở lên')).toHaveLength(1);
  });

  it.each([
    ['Kế hoạch kiểm tra', 'document'],
    ['Quyết định công nhận', 'document'],
    ['Biên bản kiểm tra', 'document'],
    ['Sổ tiếp công dân', 'document'],
    ['Kế hoạch đối thoại', 'document'],
    ['Biên bản họp thôn/tổ dân phố', 'meeting'],
    ['Hội nghị đối thoại', 'meeting'],
    ['Ảnh niêm yết có ngày', 'posting'],
    ['Trang công khai', 'posting'],
    ['Đường dẫn web', 'posting'],
    ['Lịch tiếp niêm yết', 'posting'],
    ['Số hội nghị, buổi phát thanh', 'figure'],
    ['Tỷ lệ hồ sơ trực tuyến', 'figure'],
    ['Tin truyền thanh', 'activity'],
    ['lớp tập huấn', 'activity'],
  ])('takes “%s” as %s', (text, type) => {
    expect(productType(text)).toBe(type);
  });

  it('gives nothing for an empty cell or a dash', () => {
    expect(parseProducts(' - ;\n')).toEqual([]);
    for (const product of parseProducts('Kế hoạch; báo cáo'))
      expect(productSchema.parse(product)).toEqual(product);
  });
});

import { describe, expect, it } from 'vitest';
import { parseProducts, productSchema, productType, writeProducts } from './products.ts';

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

describe('products with their type said behind them', () => {
  it('are read with that type, in a list of their own whole', () => {
    expect(parseProducts('Bảng tổng hợp (Số liệu); Sổ theo dõi (Văn bản)')).toEqual([
      { text: 'Bảng tổng hợp', type: 'figure' },
      { text: 'Sổ theo dõi', type: 'document' },
    ]);
    expect(parseProducts('- Quyết định, biên bản; phụ lục (Hoạt động)\n- Ảnh (kèm tin) (Document)')).toEqual([
      { text: 'Quyết định, biên bản; phụ lục', type: 'activity' },
      { text: 'Ảnh (kèm tin)', type: 'document' },
    ]);
    expect(parseProducts('Báo cáo (quý)')).toEqual([{ text: 'Báo cáo (quý)', type: 'document' }]);
  });

  it('are written as short as they can be read back', () => {
    const plain = parseProducts('Kế hoạch; số hội nghị, lượt người');
    expect(writeProducts(plain)).toBe('Kế hoạch; số hội nghị, lượt người');
    const typed = [{ text: 'Kế hoạch', type: 'figure' }] as const;
    expect(writeProducts(typed)).toBe('- Kế hoạch (Số liệu)');
    expect(parseProducts(writeProducts(typed))).toEqual(typed);
    expect(writeProducts([])).toBe('');
  });
});

import { expect, it } from 'vitest';
import { qrFigure } from './index.ts';

it('a QR code in a page has words for who cannot see it, is black on white, and runs no style of its own', () => {
  const content = 'https://danbiet.hungyen.gov.vn/q/abcd2345';
  const text = qrFigure({ content, label: 'Mã QR tới trang của “Nhà văn hóa <thôn 3>”' }).__html;
  expect(text).toContain('role="img" aria-label="Mã QR tới trang của “Nhà văn hóa &lt;thôn 3&gt;”"');
  expect(text).toContain('<title>Mã QR tới trang của “Nhà văn hóa &lt;thôn 3&gt;”</title>');
  expect(text).toMatch(/fill="#fff" d="M0 0h37v37H0z"\/><path fill="#000" d="M4 4h7v1h-7z/);
  // 132 px are 35 mm on paper.
  expect(text).toContain('width="132" height="132"');
  expect(text).not.toContain('style=');
  expect(text.length).toBeLessThan(8000);
});

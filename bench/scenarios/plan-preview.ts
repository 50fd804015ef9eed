import { writeWorkbook } from '../../src/kernel/documents/index.ts';
import { dryRunImport } from '../../src/modules/plans/index.ts';
import { unitDirectory } from '../../src/modules/units/index.ts';
import { STANDS_ON } from '../support/fill.ts';
import type { BenchTenant } from '../support/tenant.ts';

const ROWS = 5_000;
const ROUNDS = 3;
const DUES = ['Thường xuyên', 'Quý II/2024', 'Trước 30/6', 'Hằng năm', 'Tháng 01', 'Khi phát sinh'];

export interface PreviewResult {
  readonly rows: number;
  readonly bytes: number;
  readonly tasks: number;
  /** The first reading of a fresh process, and the best of those after it. */
  readonly firstMs: number;
  readonly bestMs: number;
}

/** An annex as departments write it, with a title, a header and section rows; every unit is one of the tenant's. */
function annex(): Uint8Array {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const n = index + 1;
    if (index % 500 === 0)
      return [`${1 + index / 500}`, `Nội dung ${1 + index / 500}: công khai, minh bạch`, '', '', '', ''];
    return [
      `${1 + Math.floor(index / 500)}.${n}`,
      `Tổ chức tuyên truyền, phổ biến nội dung số ${n} đến Nhân dân trên địa bàn; tổng hợp kết quả báo cáo cơ quan thường trực`,
      'Kế hoạch; báo cáo kết quả',
      `Sở chuyên ngành số ${1 + (n % 8)}`,
      `UBND xã Đông Thọ ${11 + (n % 90)}; UBND xã Đông Thọ ${11 + ((n * 7) % 90)}`,
      DUES[n % DUES.length] ?? '',
    ];
  });
  const headers = [
    'STT',
    'Nhiệm vụ',
    'Sản phẩm',
    'Cơ quan chủ trì',
    'Cơ quan phối hợp',
    'Thời gian hoàn thành',
  ];
  const columns = headers.map((header) => ({ header, width: 30, kind: 'text' as const }));
  return writeWorkbook({ sheets: [{ name: 'Phụ lục', title: 'PHỤ LỤC NHIỆM VỤ', columns, rows }] });
}

/** From the bytes of an .xlsx of 5,000 rows to the preview with every problem at its cell. */
export async function planPreview(bench: BenchTenant): Promise<PreviewResult> {
  const bytes = annex();
  const today = bench.tenant.clock.today();
  const directory = await unitDirectory(bench.tenant.db, today);
  const times: number[] = [];
  let tasks = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    const answer = await dryRunImport({
      files: [{ name: `phu-luc-${STANDS_ON}.xlsx`, bytes }],
      directory,
      planYear: 2024,
      today,
    });
    times.push(performance.now() - started);
    tasks = answer.tasks.length;
  }
  if (tasks < ROWS * 0.99) throw new Error(`the preview found ${tasks} tasks in ${ROWS} rows`);
  return { rows: ROWS, bytes: bytes.byteLength, tasks, firstMs: times[0] ?? 0, bestMs: Math.min(...times) };
}

import { createRequire } from 'node:module';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { unzipSync, zipSync } from 'fflate';
import {
  type Block,
  type Paper,
  renderDocx,
  renderPdf,
  type TableBlock,
} from '../../src/kernel/paper/index.ts';

const PARAGRAPHS = 208;
const ROWS = 100;
const ROUNDS = 15;
const SENTENCE =
  'Tuyên truyền, phổ biến đến Nhân dân những nội dung chính quyền phải công khai, những việc dân bàn và quyết định; ';

export interface Rendering {
  /** The first of a fresh process: it starts the process, the compiler, the fonts. */
  readonly firstMs: number;
  readonly medianMs: number;
  /** The same text set in one face without a form; the same parts only packed. */
  readonly bareMs: number;
  readonly bytes: number;
}

export interface PapersResult {
  readonly bodyPages: number;
  readonly pages: number;
  readonly rows: number;
  readonly pdf: Rendering;
  readonly docx: Rendering;
  /** The longest that other requests of the process waited meanwhile. */
  readonly heldMs: number;
}

function body(): Block[] {
  return Array.from({ length: PARAGRAPHS }, (_, index): Block => {
    if (index % 10 === 0)
      return {
        kind: 'clause',
        level: 'section',
        label: `${index / 10 + 1}.`,
        words: 'Nhiệm vụ',
        isHeading: true,
      };
    return { kind: 'clause', level: 'letter', label: 'a)', words: SENTENCE.repeat(2 + (index % 4)) };
  });
}

function annex(): TableBlock {
  const words = ['Ban hành kế hoạch, niêm yết công khai', 'Kế hoạch; ảnh niêm yết', 'Phòng Nội vụ'];
  return {
    kind: 'table',
    columns: [1, 5, 4, 3, 4, 3].map((width) => ({ width })),
    header: [
      ['TT', 'Nhiệm vụ', 'Sản phẩm', 'Chủ trì', 'Phối hợp', 'Thời gian'].map((text) => ({ words: text })),
    ],
    rows: Array.from({ length: ROWS }, (_, index) =>
      [String(index + 1), SENTENCE, ...words, 'Trước ngày 30/6/2024'].map((text) => ({ words: text })),
    ),
  };
}

const plan: Paper = {
  authority: { superior: null, name: 'Ủy ban nhân dân\ntỉnh Thử Nghiệm' },
  number: { number: '15', symbol: 'KH-UBND' },
  place: 'Thử Nghiệm',
  date: { year: 2024, month: 1, day: 22 },
  draft: false,
  heading: { kind: 'titled', name: 'Kế hoạch', subject: 'Nâng cao hiệu quả quản trị năm 2024' },
  addressees: [],
  bases: ['Căn cứ Luật Tổ chức chính quyền địa phương'],
  body: body(),
  recipients: ['Sở Nội vụ', 'Lưu: VT'],
  signature: {
    signedFor: [{ capacity: 'TM.', of: 'Ủy ban nhân dân' }],
    title: 'Chủ tịch',
    name: 'Nguyễn Văn Mẫu',
  },
  annexes: [{ orientation: 'landscape', title: 'Nhiệm vụ cụ thể', blocks: [annex()] }],
};

function wordsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flat().map((cell) => String(cell.words)) : [String(block.words)],
  );
}

/** Typst alone, set up as the product sets it up, over paragraphs of the same words. */
function bareTypst(): () => Uint8Array {
  const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
  const fontPaths = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map((face) =>
    path.join(fonts, face),
  );
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths }] });
  const lines = JSON.stringify(wordsOf([...plan.body, ...plan.annexes.flatMap((one) => one.blocks)]));
  const mainFileContent = `#set text(font: "Tinos", size: 14pt)
    #for line in json(bytes(sys.inputs.lines)) { par(line) }`;
  return () => {
    const made = compiler.pdf({ mainFileContent, inputs: { lines } });
    compiler.evictCache(0);
    return made;
  };
}

async function timed(
  work: () => Uint8Array | Promise<Uint8Array>,
): Promise<{ times: number[]; last: Uint8Array }> {
  const times: number[] = [];
  let last = new Uint8Array();
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    last = new Uint8Array(await work());
    times.push(performance.now() - started);
  }
  return { times, last };
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

function rendering(ours: { times: number[]; last: Uint8Array }, bare: { times: number[] }): Rendering {
  return {
    firstMs: ours.times[0] ?? 0,
    medianMs: median(ours.times),
    bareMs: median(bare.times),
    bytes: ours.last.byteLength,
  };
}

/** Pages of a PDF, from the tree it ends with. */
function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page(?![a-z])/g)?.length ?? 0
  );
}

/** A plan of 30 pages with an annex of 100 rows, as PDF and as a Word file. */
export async function papers(): Promise<PapersResult> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const pdf = await timed(() => renderPdf(plan));
  const docx = await timed(() => renderDocx(plan));
  delay.disable();
  const parts = unzipSync(docx.last);
  const packed = await timed(() => zipSync(parts));
  const bare = await timed(bareTypst());
  return {
    bodyPages: pagesOf(await renderPdf({ ...plan, annexes: [] })),
    pages: pagesOf(pdf.last),
    rows: ROWS,
    pdf: rendering(pdf, bare),
    docx: rendering(docx, packed),
    heldMs: delay.max / 1e6,
  };
}

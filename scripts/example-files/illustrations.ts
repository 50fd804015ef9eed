import { createRequire } from 'node:module';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Transformer } from '@napi-rs/image';

const SHEET = `
#set page(width: 210mm, height: 148mm, margin: 22mm)
#set text(font: "Tinos", size: 14pt, lang: "vi")
#align(center + horizon)[
  #text(size: 30pt, weight: "bold")[TỆP MINH HỌA]
  #v(6mm)
  Tệp này thay cho văn bản mà đơn vị gửi kèm khi báo hoàn thành trong dữ liệu mẫu của Dân Biết.
  Nội dung, đơn vị và tiến độ trong dữ liệu mẫu là hư cấu.
  #v(6mm)
  #text(size: 11pt, style: "italic")[This file stands in for the documents of the example; nothing in it is real.]
]`;

const BOARD = `
#set page(width: 240mm, height: 180mm, margin: 0mm, fill: rgb("#d9d2c3"))
#set text(font: "Tinos", lang: "vi", weight: "bold")
#place(top + left, dx: 20mm, dy: 18mm, rect(width: 200mm, height: 128mm, fill: rgb("#7a5a3a"), radius: 2mm))
#place(top + left, dx: 25mm, dy: 23mm, rect(width: 190mm, height: 118mm, fill: rgb("#2f5d46")))
#place(top + center, dy: 28mm, rect(width: 70mm, height: 15mm, fill: white)[#align(center + horizon, text(size: 24pt)[BẢNG TIN])])
#for x in (34mm, 95mm, 156mm) {
  place(top + left, dx: x, dy: 52mm, rect(width: 50mm, height: 78mm, fill: white)[
    #align(center, text(size: 9pt)[THÔNG BÁO CÔNG KHAI])
    #for line in range(14) { box(width: 100%, height: 2pt, fill: luma(200)); linebreak() }
  ])
}
#place(bottom + center, dy: -10mm, text(size: 25pt)[ẢNH MINH HỌA, KHÔNG PHẢI ẢNH CHỤP THẬT])`;

const EDGE = 8;
/** Any fixed moment, so that the same source gives the same bytes. */
const MADE_AT = Date.UTC(2024, 0, 22) / 1000;

/** The file and the photo that the example's units send as evidence: both say that they are illustrations. */
export async function illustrations(): Promise<{ sheet: Uint8Array; photo: Uint8Array }> {
  const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
  const faces = ['400Regular', '400Regular_Italic', '700Bold'];
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontPaths: faces.map((face) => path.join(fonts, face)) }],
  });
  const drawn = Transformer.fromSvg(compiler.svg({ mainFileContent: BOARD })).resize(1200, 900);
  return {
    sheet: compiler.pdf({ mainFileContent: SHEET }, { creationTimestamp: MADE_AT }),
    photo: await drawn.crop(EDGE, EDGE, 1200 - 2 * EDGE, 900 - 2 * EDGE).jpeg(72),
  };
}

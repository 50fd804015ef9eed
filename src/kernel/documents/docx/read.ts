import { noticeMessages } from '../notices.ts';
import { mainPart, relationshipsOf } from '../parts.ts';
import type { Grid, Paragraph, ReadNotice } from '../types.ts';
import { walkXml } from '../xml.ts';
import { openZip } from '../zip.ts';
import { BodyHandler } from './body.ts';
import { Numbering } from './numbering.ts';
import { StyleSheet } from './styles.ts';

/** Reads the text and tables of a Word file as they stand with all tracked changes accepted. */
export async function readDocx(
  file: string,
  bytes: Uint8Array,
): Promise<{ grids: Grid[]; paragraphs: Paragraph[]; notices: ReadNotice[] }> {
  const archive = openZip(file, bytes);
  const main = await mainPart(file, archive, 'word/document.xml');
  const links = await relationshipsOf(file, archive, main);
  const partOf = (type: string): string | undefined => links.find((link) => link.type === type)?.target;
  const styles = await StyleSheet.read(file, archive, partOf('styles'));
  const numbering = await Numbering.read(file, archive, partOf('numbering'), styles);
  const body = new BodyHandler(file, styles, numbering);
  await walkXml(file, archive.read(main), body);
  const notices: ReadNotice[] = [];
  if (body.hasTrackedChanges)
    notices.push({ code: 'tracked_changes', message: noticeMessages.tracked_changes });
  return { grids: body.grids, paragraphs: body.paragraphs, notices };
}

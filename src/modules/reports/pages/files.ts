import { z } from 'zod';
import { get, signedIn } from '../../../kernel/http/route.ts';
import { paperAnswer } from '../../../kernel/paper/index.ts';
import { reportPaper } from '../paper.ts';
import { contentOfScene } from '../scene.ts';
import { contentWorkbook } from '../sheet.ts';
import { REPORT_PATH } from './parts.ts';
import { reportReading } from './reading.ts';
import { shownQuery, shownReport } from './report.ts';

/** The report as a file: a submission as it was frozen, or the working copy, which says that it is a draft. */
export const files = get({
  path: `${REPORT_PATH}/van-ban`,
  access: signedIn,
  rate: 'paper',
  query: shownQuery.extend({
    'dinh-dang': z.enum(['docx', 'pdf', 'xlsx']).catch('docx').default('docx'),
  }),
  async handle(context, { params, query }) {
    const reading = await reportReading(context, query.as_of);
    const { scene, frozen } = await shownReport(context, reading, params.id, query.ban);
    const content = frozen?.content ?? contentOfScene(scene, null);
    const state = frozen ? `ban-${frozen.version}` : 'du-thao';
    const name = `bao-cao-${content.period.code.toLowerCase().replace(/[^a-z\d]+/g, '-')}-${state}`;
    const format = query['dinh-dang'];
    if (format === 'xlsx')
      return {
        kind: 'file',
        body: contentWorkbook(content),
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        fileName: `${name}.xlsx`,
      };
    return paperAnswer(frozen?.paper ?? reportPaper(content), format, name);
  },
});

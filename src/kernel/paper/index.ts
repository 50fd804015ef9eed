export { paperAnswer } from './answer.ts';
export { paperErrors } from './errors.ts';
export type {
  Alignment,
  Annex,
  Block,
  Capacity,
  ClauseBlock,
  ClauseLevel,
  CodeBlock,
  Heading,
  PageForm,
  Paper,
  PaperCell,
  PaperRow,
  ParagraphBlock,
  Run,
  Signature,
  TableBlock,
  Urgency,
  Words,
} from './model.ts';
export { authorityOf, isCommittee, placeOf, signatureOf } from './office.ts';
export { renderDocx, renderPdf } from './render.ts';
export { PAPER_FORMATS, type PaperFormat } from './render-order.ts';

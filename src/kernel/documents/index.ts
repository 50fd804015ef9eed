export type { DocumentContent, DocumentKind, Grid, GridCell, Paragraph, ReadNotice } from './types.ts';

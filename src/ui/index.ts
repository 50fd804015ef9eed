export {
  type AreaMapProps,
  areaMap,
  type MapClass,
  type MapPiece,
  type MapShape,
  shapeMap,
  tileMap,
} from './area-map.ts';
export { type AsOfProps, asOfForm, asOfNotice } from './as-of.ts';
export {
  clientScripts,
  type FileAsset,
  fontFiles,
  productVersion,
  siteIcon,
  stylesheet,
  type TextAsset,
} from './assets.ts';
export { type AttachmentItem, attachmentList } from './attachments.ts';
export {
  type CardProps,
  type ChipItem,
  card,
  chips,
  clauseWithTasks,
  codeText,
  type DefinitionItem,
  definitionList,
  details,
  emptyState,
  helpLine,
  type NoticeKind,
  type NoticeProps,
  notice,
  type PageHeadProps,
  pageHead,
  progressBar,
  stepList,
  type TimelineItem,
  type TreeNode,
  tabs,
  tag,
  timeline,
  treeList,
  unitPath,
} from './blocks.ts';
export {
  type BoardCell,
  type BoardContent,
  type BoardRow,
  type BoardTableProps,
  type BoardWords,
  boardTable,
  type Heat,
} from './board.ts';
export {
  type ButtonKind,
  type ButtonProps,
  button,
  buttonRow,
  type ConfirmActionProps,
  confirmAction,
  csrfInput,
  type LinkButtonProps,
  linkButton,
  listDownloads,
} from './buttons.ts';
export {
  changedText,
  type DiffItem,
  diffList,
  type ProblemRow,
  problemTable,
  type Severity,
  severityBadge,
} from './changes.ts';
export {
  type Segment,
  type SparklineProps,
  type StatCardProps,
  sparkline,
  stackedBar,
  statCards,
} from './charts.ts';
export { type DueTextProps, dueText } from './due.ts';
export {
  type CheckboxFieldProps,
  type Choice,
  type ChoiceGroupProps,
  checkboxField,
  checkboxGroup,
  type DateFieldProps,
  dateField,
  errorSummary,
  type FieldProps,
  type FileFieldProps,
  field,
  fieldId,
  fileField,
  type Option,
  type OptionGroup,
  problemOf,
  radioGroup,
  type SelectFieldProps,
  selectField,
  type TextareaFieldProps,
  textareaField,
} from './forms.ts';
export { type IconName, icon } from './icons.ts';
export {
  type LineBreak,
  type LineChartProps,
  type LineSeries,
  lineChart,
} from './line-chart.ts';
export { type NavItem, type PageActor, type PageProps, page } from './page.ts';
export { type QrProps, qrFigure } from './qr.ts';
export {
  type IntervalChartProps,
  type IntervalRow,
  intervalChart,
  type LossBar,
  type LossBarsProps,
  lossBars,
} from './ranked-bars.ts';
export { axisTicks, fixedNumber } from './scale.ts';
export { errorPage, type ShellProps, shell } from './shell.ts';
export { stateBadge, stateClass, stateShape, stateWord, WORK_STATES, type WorkState } from './states.ts';
export {
  type Column,
  type DataTableProps,
  dataTable,
  type FilterBarProps,
  filterBar,
  type PagerProps,
  pager,
  type Row,
  titleLines,
} from './table.ts';
export { type TimeSliderProps, timeSlider } from './time-slider.ts';

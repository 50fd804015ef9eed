/** The door of the reports room: everything other rooms may use. */
export {
  type Approval,
  REPORT_KINDS,
  REPORT_STATES,
  type ReportCourse,
  type ReportKind,
  type ReportState,
  type Submission,
} from './domain/report.ts';

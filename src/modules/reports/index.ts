/** The door of the reports room: everything other rooms may use. */
export {
  acceptReport,
  acceptReportInput,
  returnReport,
  returnReportInput,
} from './commands/answer-report.ts';
export { approveReport, approveReportInput } from './commands/approve-report.ts';
export { beginReport, beginReportInput } from './commands/begin-report.ts';
export { prepareReports } from './commands/prepare-reports.ts';
export { savePart, savePartInput } from './commands/save-part.ts';
export { submitReport, submitReportInput } from './commands/submit-report.ts';
export {
  type Approval,
  REPORT_KINDS,
  REPORT_STATES,
  type ReportCourse,
  type ReportKind,
  type ReportState,
  type Submission,
} from './domain/report.ts';
export { reportErrors } from './errors.ts';
export {
  type ReportAccepted,
  type ReportReturned,
  type ReportSubmitted,
  type ReportsDue,
  reportAccepted,
  reportReturned,
  reportSubmitted,
  reportsDue,
} from './events.ts';
export { jobs } from './jobs.ts';
export { type BehindWanted, type ReportsBehind, reportsBehind } from './queries/behind.ts';
export { reportedUnits } from './queries/reported.ts';
export { routes } from './routes.ts';

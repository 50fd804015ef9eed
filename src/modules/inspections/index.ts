/** The door of the inspections room: everything other rooms may use. */
export { announceBegun, cancelInspection } from './commands/arrange.ts';
export { claimRemedy } from './commands/claim-remedy.ts';
export { concludeInspection } from './commands/conclude-inspection.ts';
export { type JudgeRemedy, judgeRemedy } from './commands/judge-remedy.ts';
export { type MakeInspection, makeInspection } from './commands/make-inspection.ts';
export { moveRemedyDues, openRemedyDues } from './commands/move-dues.ts';
export { type RecordFinding, recordFinding } from './commands/record-finding.ts';
export { reinspect } from './commands/reinspect.ts';
export { inspectionDoor } from './door.ts';
export {
  type FindingRecorded,
  findingRecorded,
  type InspectionAnnounced,
  type InspectionChanged,
  type InspectionConcluded,
  inspectionAnnounced,
  inspectionChanged,
  inspectionConcluded,
  type RemediesReminded,
  type RemedyClaimed,
  type RemedyJudged,
  remediesReminded,
  remedyClaimed,
  remedyJudged,
} from './events.ts';
export { jobs } from './jobs.ts';
export { myInspections } from './pages/my-part.ts';
export { type OpenFinding, openFindings } from './queries/open-findings.ts';
export { routes } from './routes.ts';
export { inspectionsSnapshot } from './snapshot.ts';

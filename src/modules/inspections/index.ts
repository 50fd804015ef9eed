/** The door of the inspections room: everything other rooms may use. */
export {
  announceBegun,
  announceInspection,
  cancelInspection,
  cancelInspectionInput,
  moveInspection,
  moveInspectionInput,
} from './commands/arrange.ts';
export { claimRemedy, claimRemedyInput, FINDING } from './commands/claim-remedy.ts';
export { concludeInspection, concludeInspectionInput, INSPECTION } from './commands/conclude-inspection.ts';
export { type JudgeRemedy, judgeRemedy, judgeRemedyInput } from './commands/judge-remedy.ts';
export { type MakeInspection, makeInspection, makeInspectionInput } from './commands/make-inspection.ts';
export { moveRemedyDues, openRemedyDues } from './commands/move-dues.ts';
export { type RecordFinding, recordFinding, recordFindingInput } from './commands/record-finding.ts';
export { reinspect, reinspectInput } from './commands/reinspect.ts';
export { inspectionDoor } from './door.ts';
export { inspectionErrors } from './errors.ts';
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
export {
  type FindingsWantedByPlace,
  findingsByPart,
  type OpenFinding,
  openFindings,
  type PartFindings,
} from './queries/open-findings.ts';
export { routes } from './routes.ts';
export { inspectionsSnapshot } from './snapshot.ts';

import { forgetAnswersJob } from '../kernel/forget-answers-job.ts';
import type { NavItem, RequestContext, Route } from '../kernel/http/route.ts';
import type { Job } from '../kernel/jobs.ts';
import { sweepFilesJob } from '../kernel/sweep-files-job.ts';
import {
  jobs as assignmentJobs,
  routes as assignmentRoutes,
  caseOpened,
  clocksLate,
  deadlinesMoved,
  issueImpact,
  issueMoved,
  manyRecorded,
  moveDeadlines,
  offerMyPart,
  offerUnitDoor,
  offerWorkAct,
  onIssueCorrected,
  onPlanAmended,
  onPlanIssued,
  onPlanWithdrawn,
  openDeadlines,
  progressRecorded,
  remarkWith,
  workAmended,
  workAssigned,
  workCommented,
  workHanded,
  workWithdrawn,
} from '../modules/assignments/index.ts';
import { routes as calendarRoutes, registerDeadlines } from '../modules/calendar/index.ts';
import {
  checkAnswered,
  checkOpened,
  disclosureDoor,
  jobs as disclosureJobs,
  disclosureReminded,
  routes as disclosureRoutes,
  itemExempted,
  itemSettled,
  moveDisclosureDues,
  myDisclosure,
  onWebChanged,
  openDisclosureDues,
  postingRemovedEarly,
  webChanged,
} from '../modules/disclosure/index.ts';
import { routes as figureRoutes, figuresSnapshot, registerValueGuard } from '../modules/figures/index.ts';
import { routes as formRoutes, valueGuard } from '../modules/forms/index.ts';
import {
  jobs as identityJobs,
  routes as identityRoutes,
  mayManageSomePeople,
} from '../modules/identity/index.ts';
import {
  findingRecorded,
  inspectionAnnounced,
  inspectionChanged,
  inspectionConcluded,
  inspectionDoor,
  jobs as inspectionJobs,
  routes as inspectionRoutes,
  inspectionsSnapshot,
  moveRemedyDues,
  myInspections,
  openRemedyDues,
  remediesReminded,
  remedyClaimed,
  remedyJudged,
} from '../modules/inspections/index.ts';
import {
  mailHealth,
  noticeHandlers,
  jobs as noticeJobs,
  routes as noticeRoutes,
  pushHealth,
} from '../modules/notices/index.ts';
import {
  alarmBegan,
  alarmEnded,
  mayOperate,
  jobs as operationJobs,
  routes as operationRoutes,
  registerHealth,
  watchJobs,
} from '../modules/operations/index.ts';
import { offerIndexDoor, jobs as papiJobs, routes as papiRoutes } from '../modules/papi/index.ts';
import {
  extensionAnswered,
  extensionAsked,
  movePeriodDues,
  openPeriodDues,
  periodCorrected,
  jobs as periodJobs,
  periodReopened,
  routes as periodRoutes,
  periodsClosing,
  periodsOpened,
  registerReported,
  registerSnapshot,
} from '../modules/periods/index.ts';
import {
  countIssueImpactWith,
  planAmended,
  planIssueCorrected,
  planIssued,
  routes as planRoutes,
  planWithdrawn,
  unitPlanRuleChanged,
} from '../modules/plans/index.ts';
import { jobs as portalJobs, routes as portalRoutes } from '../modules/portal/index.ts';
import {
  reportAccepted,
  reportedUnits,
  jobs as reportJobs,
  reportReturned,
  routes as reportRoutes,
  reportSubmitted,
  reportsDue,
} from '../modules/reports/index.ts';
import { indexDoor, routes as scoringRoutes } from '../modules/scoring/index.ts';
import { routes as searchRoutes } from '../modules/search/index.ts';
import {
  briefsWritten,
  explanationAsked,
  explanationGiven,
  explanationTaken,
  moveSteeringDues,
  mySteering,
  openSteeringDues,
  jobs as steeringJobs,
  routes as steeringRoutes,
} from '../modules/steering/index.ts';
import {
  moveUnitPlanDues,
  openUnitPlanDues,
  unitPlanHandlers,
  unitPlanIssued,
  jobs as unitPlanJobs,
  unitPlanReturned,
  routes as unitPlanRoutes,
  unitPlansAsked,
  unitPlansMoved,
  unitPlansReminded,
} from '../modules/unitplans/index.ts';
import { routes as unitRoutes } from '../modules/units/index.ts';
import {
  unitsUrged,
  urgeAct,
  urgingAnswered,
  urgingRemarks,
  routes as urgingRoutes,
} from '../modules/urging/index.ts';
import { m } from './messages.ts';
import { openApiRoute } from './openapi.ts';
import { evidenceSnapshot, workSnapshot } from './snapshots.ts';

/** The table of contents: every room's doors, and who listens to whom. */
const rooms: readonly Route[] = [
  ...assignmentRoutes,
  ...calendarRoutes,
  ...disclosureRoutes,
  ...formRoutes,
  ...figureRoutes,
  ...identityRoutes,
  ...inspectionRoutes,
  ...noticeRoutes,
  ...operationRoutes,
  ...papiRoutes,
  ...periodRoutes,
  ...planRoutes,
  ...portalRoutes,
  ...reportRoutes,
  ...scoringRoutes,
  ...searchRoutes,
  ...steeringRoutes,
  ...unitPlanRoutes,
  ...unitRoutes,
  ...urgingRoutes,
];

export const routes: readonly Route[] = [...rooms, openApiRoute(rooms)];

export const jobs: readonly Job<never>[] = [
  ...assignmentJobs,
  ...disclosureJobs,
  ...identityJobs,
  ...inspectionJobs,
  ...noticeJobs,
  ...operationJobs,
  ...papiJobs,
  ...periodJobs,
  ...portalJobs,
  ...reportJobs,
  ...steeringJobs,
  ...unitPlanJobs,
  sweepFilesJob,
  forgetAnswersJob,
];

planIssued.on(onPlanIssued);
planAmended.on(onPlanAmended);
planIssueCorrected.on(onIssueCorrected);
planWithdrawn.on(onPlanWithdrawn);
workAssigned.on(noticeHandlers.onWorkAssigned);
workAssigned.on(unitPlanHandlers.onWorkAssigned);
planAmended.on(unitPlanHandlers.onPlanAmended);
planIssueCorrected.on(unitPlanHandlers.onIssueCorrected);
planWithdrawn.on(unitPlanHandlers.onPlanWithdrawn);
unitPlanRuleChanged.on(unitPlanHandlers.onRuleChanged);
unitPlansAsked.on(noticeHandlers.onUnitPlansAsked);
unitPlansReminded.on(noticeHandlers.onUnitPlansReminded);
unitPlansMoved.on(noticeHandlers.onUnitPlansMoved);
unitPlanReturned.on(noticeHandlers.onUnitPlanReturned);
unitPlanIssued.on(noticeHandlers.onUnitPlanIssued);
progressRecorded.on(noticeHandlers.onProgressRecorded);
progressRecorded.on(noticeHandlers.onHandedWorkClaimed);
manyRecorded.on(noticeHandlers.onManyRecorded);
workHanded.on(noticeHandlers.onWorkHanded);
workCommented.on(noticeHandlers.onWorkCommented);
caseOpened.on(noticeHandlers.onCaseOpened);
clocksLate.on(noticeHandlers.onClocksLate);
deadlinesMoved.on(noticeHandlers.onDeadlinesMoved);
workAmended.on(noticeHandlers.onWorkAmended);
issueMoved.on(noticeHandlers.onIssueMoved);
workWithdrawn.on(noticeHandlers.onWorkWithdrawn);
unitsUrged.on(noticeHandlers.onUnitsUrged);
urgingAnswered.on(noticeHandlers.onUrgingAnswered);
offerWorkAct(urgeAct);
offerUnitDoor(disclosureDoor);
offerIndexDoor(indexDoor);
offerUnitDoor(inspectionDoor);
offerMyPart(myDisclosure);
offerMyPart(myInspections);
offerMyPart(mySteering);
explanationAsked.on(noticeHandlers.onExplanationAsked);
explanationGiven.on(noticeHandlers.onExplanationGiven);
explanationTaken.on(noticeHandlers.onExplanationTaken);
briefsWritten.on(noticeHandlers.onBriefsWritten);
remarkWith(urgingRemarks);
periodsOpened.on(noticeHandlers.onPeriodsOpened);
periodsClosing.on(noticeHandlers.onPeriodsClosing);
periodCorrected.on(noticeHandlers.onPeriodCorrected);
extensionAsked.on(noticeHandlers.onExtensionAsked);
extensionAnswered.on(noticeHandlers.onExtensionAnswered);
periodReopened.on(noticeHandlers.onPeriodReopened);
reportsDue.on(noticeHandlers.onReportsDue);
reportSubmitted.on(noticeHandlers.onReportSubmitted);
reportReturned.on(noticeHandlers.onReportReturned);
reportAccepted.on(noticeHandlers.onReportAccepted);
registerReported(reportedUnits);
alarmBegan.on(noticeHandlers.onAlarmBegan);
alarmEnded.on(noticeHandlers.onAlarmEnded);
webChanged.on(onWebChanged);
disclosureReminded.on(noticeHandlers.onDisclosureReminded);
itemSettled.on(noticeHandlers.onItemSettled);
postingRemovedEarly.on(noticeHandlers.onPostingRemovedEarly);
checkOpened.on(noticeHandlers.onCheckOpened);
checkAnswered.on(noticeHandlers.onCheckAnswered);
itemExempted.on(noticeHandlers.onItemExempted);
inspectionAnnounced.on(noticeHandlers.onInspectionAnnounced);
inspectionChanged.on(noticeHandlers.onInspectionChanged);
inspectionConcluded.on(noticeHandlers.onInspectionConcluded);
findingRecorded.on(noticeHandlers.onFindingRecorded);
remedyClaimed.on(noticeHandlers.onRemedyClaimed);
remedyJudged.on(noticeHandlers.onRemedyJudged);
remediesReminded.on(noticeHandlers.onRemediesReminded);
countIssueImpactWith(issueImpact);
registerDeadlines({ name: 'assignments', openDeadlines, move: moveDeadlines });
registerDeadlines({ name: 'unitplans', openDeadlines: openUnitPlanDues, move: moveUnitPlanDues });
registerDeadlines({ name: 'periods', openDeadlines: openPeriodDues, move: movePeriodDues });
registerDeadlines({ name: 'disclosure', openDeadlines: openDisclosureDues, move: moveDisclosureDues });
registerDeadlines({ name: 'inspections', openDeadlines: openRemedyDues, move: moveRemedyDues });
registerDeadlines({ name: 'steering', openDeadlines: openSteeringDues, move: moveSteeringDues });
registerSnapshot(workSnapshot);
registerSnapshot(evidenceSnapshot);
registerSnapshot(figuresSnapshot);
registerSnapshot(inspectionsSnapshot);
registerValueGuard(valueGuard);
watchJobs(jobs);
registerHealth(mailHealth);
registerHealth(pushHealth);

/** The menu of a signed-in person, in order of visits. */
export function navigation(context: RequestContext): readonly NavItem[] {
  if (!context.signedIn) return [];
  const { t } = context;
  return [
    { key: 'mine', href: '/viec-cua-toi', text: t(m.mine) },
    { key: 'notices', href: '/thong-bao', text: t(m.notices) },
    { key: 'board', href: '/dieu-hanh', text: t(m.board) },
    { key: 'disclosure', href: '/cong-khai', text: t(m.disclosure) },
    { key: 'index', href: '/chi-so', text: t(m.index) },
    { key: 'inspections', href: '/kiem-tra', text: t(m.inspections), more: true },
    { key: 'plans', href: '/ke-hoach', text: t(m.plans) },
    { key: 'unit-plans', href: '/ke-hoach-don-vi', text: t(m.unit_plans), more: true },
    { key: 'reports', href: '/bao-cao', text: t(m.reports), more: true },
    { key: 'periods', href: '/ky-bao-cao', text: t(m.periods), more: true },
    { key: 'figures', href: '/chi-tieu', text: t(m.figures), more: true },
    { key: 'forms', href: '/bieu-mau', text: t(m.forms), more: true },
    { key: 'entry', href: '/so-lieu', text: t(m.entry) },
    { key: 'units', href: '/don-vi', text: t(m.units), more: true },
    { key: 'urging', href: '/don-doc', text: t(m.urging), more: true },
    { key: 'practices', href: '/mo-hinh-hay', text: t(m.practices), more: true },
    { key: 'calendar', href: '/lich-lam-viec', text: t(m.calendar), more: true },
    ...(mayManageSomePeople(context.actor, null)
      ? [{ key: 'people', href: '/nguoi-dung', text: t(m.people), more: true }]
      : []),
    ...(mayOperate(context.actor, null)
      ? [{ key: 'operations', href: '/van-hanh', text: t(m.operations), more: true }]
      : []),
  ];
}

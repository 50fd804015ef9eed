import { messages } from '../../kernel/i18n.ts';

/** Words of leaves and deputies. */
export const m = messages({
  leaves: { vi: 'Nghỉ, ủy quyền', en: 'Leave and deputies' },
  leavesOf: { vi: 'Nghỉ, ủy quyền: {name}', en: 'Leave and deputies: {name}' },
  ownLead: {
    vi: 'Trong những ngày bạn vắng, phần việc giao cho bạn tự chuyển sang người thay; hết ngày nghỉ, việc tự trở lại với bạn.',
    en: 'On the days you are away, work given to you goes to your deputy by itself, and comes back when the leave ends.',
  },
  personLead: {
    vi: 'Trong những ngày {name} vắng, phần việc đã giao tự chuyển sang người thay; hết ngày nghỉ, việc tự trở lại.',
    en: 'On the days {name} is away, their work goes to the deputy by itself, and comes back when the leave ends.',
  },
  thereNow: { vi: 'Bạn không có ngày nghỉ nào sắp tới.', en: 'You have no leave recorded.' },
  awayNow: {
    vi: 'Bạn đang nghỉ đến hết {to}. Người thay: {deputy}.',
    en: 'You are on leave until the end of {to}. Deputy: {deputy}.',
  },
  awaySoon: {
    vi: 'Bạn sẽ nghỉ từ {from} đến hết {to}. Người thay: {deputy}.',
    en: 'You will be on leave from {from} until the end of {to}. Deputy: {deputy}.',
  },
  deputisingLine: {
    vi: 'Bạn thay {name} từ {from} đến hết {to}.',
    en: 'You deputise for {name} from {from} until the end of {to}.',
  },
  openLeaves: { vi: 'Ghi ngày nghỉ, chọn người thay', en: 'Record leave, choose a deputy' },
  nobody: { vi: 'không chỉ định', en: 'nobody named' },
  recordedLeaves: { vi: 'Đã ghi', en: 'Recorded' },
  noLeaves: { vi: 'Chưa ghi ngày nghỉ nào', en: 'No leave recorded' },
  noLeavesHint: {
    vi: 'Ghi ở mẫu bên dưới. Những lần nghỉ đã qua không hiện ở đây.',
    en: 'Use the form below. Leave that is over is not shown here.',
  },
  days: { vi: 'Những ngày nghỉ', en: 'Days' },
  range: { vi: '{from} – {to}', en: '{from} – {to}' },
  kind: { vi: 'Lý do', en: 'Reason' },
  kindHint: {
    vi: 'Đồng nghiệp chỉ thấy là nghỉ, đi công tác hay đi học.',
    en: 'Colleagues see only leave, mission or training.',
  },
  chooseKind: { vi: 'Chọn lý do', en: 'Choose a reason' },
  deputy: { vi: 'Người thay', en: 'Deputy' },
  deputyHint: {
    vi: 'Người cùng đơn vị. Không chọn thì việc chuyển tới người đứng đầu đơn vị.',
    en: 'Someone of the same unit. With nobody chosen, work goes to the head of the unit.',
  },
  noDeputy: { vi: 'Không chỉ định ai', en: 'Nobody in particular' },
  deputyOption: { vi: '{name} · {title}', en: '{name} · {title}' },
  deputyOptionAway: {
    vi: '{name} · {title} (vắng đến {until})',
    en: '{name} · {title} (away until {until})',
  },
  from: { vi: 'Ngày nghỉ đầu tiên', en: 'First day' },
  to: { vi: 'Ngày nghỉ cuối cùng', en: 'Last day' },
  recordedBy: { vi: 'Người ghi', en: 'Recorded by' },
  bySystem: { vi: 'Hệ thống', en: 'The system' },
  record: { vi: 'Ghi ngày nghỉ', en: 'Record the leave' },
  recorded: { vi: 'Đã ghi nghỉ từ {from} đến hết {to}.', en: 'Leave from {from} until {to} was recorded.' },
  change: { vi: 'Về sớm hoặc rút lại', en: 'Back early, or withdraw' },
  changeExplain: {
    vi: 'Từ ngày sau ngày nghỉ cuối cùng, việc trở lại với {name}.',
    en: 'From the day after the last day, work comes back to {name}.',
  },
  lastDay: { vi: 'Ngày nghỉ cuối cùng trên thực tế', en: 'The last day really away' },
  lastDayHint: {
    vi: 'Ví dụ 24/06/2024. Để trống để rút lại cả lần nghỉ.',
    en: 'For example 24/06/2024. Leave empty to withdraw the whole leave.',
  },
  changed: { vi: 'Đã ghi lại ngày nghỉ.', en: 'The leave was changed.' },
  deputising: { vi: 'Bạn đang hoặc sắp thay', en: 'You deputise for' },
  who: { vi: 'Họ và tên', en: 'Name' },
  unitPeople: { vi: 'Người của đơn vị bạn phụ trách', en: 'People of the units you lead' },
  unitPeopleNote: {
    vi: 'Bạn ghi ngày nghỉ thay cho người trong đơn vị được.',
    en: 'You may record leave for the people of your unit.',
  },
  today: { vi: 'Hôm nay', en: 'Today' },
  present: { vi: 'Có mặt', en: 'Present' },
  awayUntil: { vi: 'Vắng đến hết {to}', en: 'Away until the end of {to}' },
  awayFrom: { vi: 'Vắng từ {from} đến hết {to}', en: 'Away from {from} until the end of {to}' },
  next: { vi: 'Sắp tới', en: 'Next' },
  none: { vi: '—', en: '—' },
});

import { messages } from '../../kernel/i18n.ts';

/** The form that makes an inspection, and its page. */
export const m = messages({
  make_title: { vi: 'Lập cuộc kiểm tra', en: 'New inspection' },
  make_lead: {
    vi: 'Cuộc kiểm tra đột xuất chỉ bên kiểm tra và lãnh đạo biết cho đến ngày kiểm tra.',
    en: 'An unannounced inspection is known to the inspecting side and the leaders alone until its day.',
  },
  kind_planned_what: { vi: 'Đơn vị được thông báo ngay.', en: 'The unit is told at once.' },
  kind_unannounced_what: {
    vi: 'Đơn vị chỉ được thông báo khi đến ngày kiểm tra.',
    en: 'The unit is told when the day begins.',
  },
  name: { vi: 'Tên cuộc kiểm tra', en: 'Name' },
  name_hint: { vi: 'Ví dụ: Kiểm tra hoạt động Bộ phận Một cửa', en: 'For example: the one-stop shop' },
  by: { vi: 'Đơn vị kiểm tra', en: 'Inspecting unit' },
  of: { vi: 'Đơn vị được kiểm tra', en: 'Inspected unit' },
  choose: { vi: 'Chọn đơn vị', en: 'Choose a unit' },
  offices: { vi: 'Phòng, ban, đơn vị', en: 'Offices' },
  communes: { vi: 'Xã, thị trấn', en: 'Communes' },
  villages_of: { vi: 'Thôn, tổ dân phố thuộc {unit}', en: 'Villages of {unit}' },
  others: { vi: 'Đơn vị khác', en: 'Others' },
  partners: { vi: 'Cùng chủ trì', en: 'Led together with' },
  partners_hint: {
    vi: 'Ví dụ Ủy ban Mặt trận Tổ quốc cùng cấp. Đơn vị cùng chủ trì được xem và ghi như đơn vị kiểm tra.',
    en: 'For example the Fatherland Front. Partners read and record as the inspecting unit does.',
  },
  held_on: { vi: 'Ngày kiểm tra', en: 'Day' },
  decision: { vi: 'Quyết định, kế hoạch kiểm tra', en: 'Decision' },
  decision_hint: { vi: 'Số và ngày, nếu có.', en: 'Number and day, if any.' },
  scope: { vi: 'Nội dung kiểm tra', en: 'What is looked at' },
  team: { vi: 'Thành viên đoàn', en: 'Team' },
  team_hint: {
    vi: 'Mỗi dòng một người: họ tên, nhiệm vụ. Ví dụ: Nguyễn Văn A, Trưởng đoàn',
    en: 'One a line: name, duty.',
  },
  team_wrong: {
    vi: 'Mỗi dòng ghi họ tên từ 2 đến 200 ký tự, rồi dấu phẩy và nhiệm vụ.',
    en: 'Each line is a name of 2 to 200 characters, then a comma and the duty.',
  },
  whole_content: { vi: 'Cả nội dung {n}', en: 'Content {n} as a whole' },
  day_needed: { vi: 'Ghi ngày theo dạng dd/mm/yyyy.', en: 'Write the day as dd/mm/yyyy.' },
  unit_needed: { vi: 'Chọn đơn vị được kiểm tra.', en: 'Choose the inspected unit.' },
  name_needed: { vi: 'Ghi tên cuộc kiểm tra, từ 3 ký tự.', en: 'Name it in 3 characters or more.' },
  save: { vi: 'Lập cuộc kiểm tra', en: 'Make it' },
  saved_planned: { vi: 'Đã lập và thông báo cho đơn vị.', en: 'Made, and the unit is told.' },
  saved_unannounced: {
    vi: 'Đã lập. Đơn vị chỉ được thông báo khi đến ngày kiểm tra.',
    en: 'Made. The unit is told when the day begins.',
  },
  no_unit: { vi: 'Bạn không lập cuộc kiểm tra', en: 'You make no inspections' },
  no_unit_what: {
    vi: 'Người của UBND, phòng, ngành, Mặt trận lập cuộc kiểm tra đối với đơn vị thuộc phạm vi của mình.',
    en: 'People of a committee, an office or the Front make inspections of units within their reach.',
  },

  facts: { vi: 'Thông tin', en: 'Facts' },
  made_by: { vi: 'Người lập', en: 'Made by' },
  previous: { vi: 'Tái kiểm tra của', en: 'Looks again at' },
  later: { vi: 'Được tái kiểm tra', en: 'Looked at again' },
  secret_notice: {
    vi: 'Cuộc kiểm tra đột xuất, chưa báo trước. Đơn vị được kiểm tra chưa thấy trang này cho đến hết ngày {date}.',
    en: 'Unannounced. The inspected unit does not see this page until the end of {date}.',
  },
  near_notice: {
    vi: 'Trong vòng {n} ngày trước hoặc sau, {unit} còn có: {names}. Nên phối hợp để tránh trùng.',
    en: 'Within {n} days before or after, {unit} also has: {names}. Consider going together.',
  },
  near_one: { vi: '{title} ({by}, {date})', en: '{title} ({by}, {date})' },
  conclusion: { vi: 'Kết luận', en: 'Conclusion' },
  concluded_by: { vi: '{name} ghi ngày {date}', en: 'Recorded by {name} on {date}' },
  cancelled_notice: {
    vi: 'Cuộc kiểm tra đã hủy ngày {date}. Lý do: {reason}',
    en: 'Called off on {date}. Reason: {reason}',
  },
  papers: { vi: 'Biên bản, kết luận', en: 'Papers' },
  findings: { vi: 'Tồn tại', en: 'Findings' },
  findings_none: { vi: 'Chưa ghi tồn tại nào.', en: 'No finding is recorded.' },
  carried: { vi: 'Tồn tại được kiểm tra lại', en: 'Findings looked at again' },

  find_title: { vi: 'Ghi tồn tại', en: 'Record a finding' },
  find_words: { vi: 'Tồn tại', en: 'What is wrong' },
  find_words_hint: { vi: 'Nêu cụ thể việc gì, ở đâu.', en: 'Say what, and where.' },
  find_remedy: { vi: 'Yêu cầu, kiến nghị khắc phục', en: 'Remedy that is asked' },
  find_owner: { vi: 'Đơn vị phải khắc phục', en: 'Who has to put it right' },
  find_save: { vi: 'Ghi tồn tại', en: 'Record' },
  find_saved: {
    vi: 'Đã ghi tồn tại và thông báo cho đơn vị.',
    en: 'The finding is recorded and the unit is told.',
  },
  words_short: { vi: 'Ghi từ 5 ký tự trở lên.', en: 'Write 5 characters or more.' },

  conclude_title: { vi: 'Kết luận kiểm tra', en: 'Conclude' },
  conclude_words: { vi: 'Kết luận', en: 'Conclusion' },
  conclude_files: { vi: 'Biên bản, văn bản kết luận', en: 'Minutes, paper of the conclusion' },
  conclude_files_hint: { vi: 'PDF, Word hoặc ảnh chụp.', en: 'PDF, Word or a picture.' },
  conclude_what: {
    vi: 'Sau khi kết luận không ghi thêm tồn tại; các tồn tại đã ghi vẫn được theo dõi đến khi khắc phục xong.',
    en: 'After this no finding is added; those recorded are followed until they are closed.',
  },
  conclude_save: { vi: 'Ghi kết luận', en: 'Record the conclusion' },
  conclude_saved: { vi: 'Đã ghi kết luận kiểm tra.', en: 'The conclusion is recorded.' },

  arrange: { vi: 'Thay đổi cuộc kiểm tra', en: 'Change it' },
  move: { vi: 'Đổi ngày kiểm tra', en: 'Move it to another day' },
  move_to: { vi: 'Ngày mới', en: 'New day' },
  move_what: {
    vi: 'Đơn vị được thông báo nếu đã biết cuộc kiểm tra.',
    en: 'The unit is told if it knows of the inspection.',
  },
  moved_done: { vi: 'Đã đổi ngày kiểm tra.', en: 'Moved.' },
  announce: { vi: 'Thông báo trước cho đơn vị', en: 'Announce it ahead' },
  announce_what: {
    vi: 'Đơn vị được kiểm tra sẽ thấy cuộc kiểm tra và nhận thông báo ngay. Không thu lại được.',
    en: 'The unit sees the inspection and is told at once. This cannot be taken back.',
  },
  announced_done: { vi: 'Đã thông báo cho đơn vị.', en: 'The unit is told.' },
  cancel: { vi: 'Hủy cuộc kiểm tra', en: 'Call it off' },
  cancel_what: {
    vi: 'Cuộc kiểm tra vẫn lưu với lý do hủy. Đơn vị được thông báo nếu đã biết.',
    en: 'It stays to be read, with the reason. The unit is told if it knew.',
  },
  cancelled_done: { vi: 'Đã hủy cuộc kiểm tra.', en: 'Called off.' },
  reason: { vi: 'Lý do', en: 'Reason' },

  again_title: { vi: 'Tái kiểm tra', en: 'Inspect again' },
  again_what: {
    vi: 'Lập cuộc tái kiểm tra từ {n} tồn tại chưa khắc phục xong, cùng đơn vị kiểm tra và đơn vị được kiểm tra.',
    en: 'Makes a re-inspection of the same unit from the findings that are not closed: {n}.',
  },
  again_save: { vi: 'Lập cuộc tái kiểm tra', en: 'Make the re-inspection' },
  history: { vi: 'Diễn biến', en: 'History' },
});

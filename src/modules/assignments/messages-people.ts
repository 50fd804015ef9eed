import { messages } from '../../kernel/i18n.ts';

/** Words of who answers for work inside a unit, of what is said about it and of its whole history. */
export const m = messages({
  do_hand: { vi: 'Giao người phụ trách', en: 'Hand to somebody' },
  responsible: { vi: 'Người phụ trách', en: 'Who answers' },
  given_nobody: { vi: 'Chưa giao riêng ai.', en: 'Given to nobody in particular.' },
  hand_on: { vi: 'Giao việc trong đơn vị', en: 'Hand work on inside the unit' },
  hand_again: { vi: 'Giao cho người khác', en: 'Hand to somebody else' },
  to_whom: { vi: 'Giao cho', en: 'Hand to' },
  choose_whom: { vi: 'Chọn người hoặc chức vụ', en: 'Choose a person or a post' },
  people: { vi: 'Người', en: 'People' },
  titles: { vi: 'Chức vụ (ai giữ thì người đó phụ trách)', en: 'Posts (whoever holds it answers)' },
  nobody: { vi: 'Không giao riêng ai', en: 'Nobody in particular' },
  person_option: { vi: '{name} · {title}', en: '{name} · {title}' },
  person_option_away: {
    vi: '{name} · {title} (vắng đến hết {date})',
    en: '{name} · {title} (away until the end of {date})',
  },
  whom_missing: { vi: 'Chưa chọn giao cho ai.', en: 'Choose to whom.' },
  hand_words: { vi: 'Lời dặn', en: 'Words with it' },
  hand_words_hint: {
    vi: 'Cần làm gì, báo lại khi nào; người nhận đọc được trong thông báo',
    en: 'What to do and when to report; the notice shows it',
  },
  handed: { vi: 'Đã giao {n} phần việc.', en: 'Assignments handed on: {n}.' },

  hand_page_lead: {
    vi: 'Đánh dấu các phần việc, chọn người hoặc chức vụ rồi giao một lần.',
    en: 'Tick assignments, choose a person or a post, and hand them on in one go.',
  },
  view_again: { vi: 'Cần giao lại', en: 'To hand on again' },
  view_again_what: {
    vi: 'Người hoặc chức vụ được giao không còn trong đơn vị; phần việc đang do lãnh đạo đơn vị phụ trách.',
    en: 'The person or post they were given to is no longer in the unit; a leader of the unit answers for now.',
  },
  view_nobody: { vi: 'Chưa giao ai', en: 'Given to nobody' },
  view_all: { vi: 'Tất cả còn phải làm', en: 'All still to be done' },
  hand_views: { vi: 'Cách xem', en: 'Views' },
  hand_nothing: { vi: 'Không có phần việc nào ở đây.', en: 'Nothing here.' },
  hand_chosen: { vi: 'Giao các phần việc đã chọn', en: 'Hand on what is chosen' },
  again_waiting: {
    vi: '{n} phần việc được giao cho người hoặc chức vụ không còn trong đơn vị.',
    en: 'Assignments given to a person or post no longer in the unit: {n}.',
  },
  again_open: { vi: 'Giao lại', en: 'Hand on again' },
  given_to_me: { vi: 'Giao cho tôi', en: 'Given to me' },
  followed: { vi: 'Tôi theo dõi', en: 'Followed by me' },
  for_whom: {
    vi: 'Trong đó có việc bạn phụ trách thay: {who}.',
    en: 'Some of it you answer for in place of: {who}.',
  },

  comments: { vi: 'Trao đổi', en: 'Comments' },
  no_comments: { vi: 'Chưa có trao đổi nào.', en: 'No comments yet.' },
  say: { vi: 'Viết trao đổi', en: 'Write a comment' },
  say_hint: {
    vi: 'Nhắc người khác bằng @tên-đăng-nhập; người được nhắc và người theo dõi nhận thông báo',
    en: 'Mention people with @user-name; they and those who follow are told',
  },
  mention: { vi: 'Nhắc thêm', en: 'Also mention' },
  mention_nobody: { vi: 'Không nhắc thêm ai', en: 'Nobody else' },
  send: { vi: 'Gửi trao đổi', en: 'Send the comment' },
  said: { vi: 'Đã gửi trao đổi.', en: 'The comment was sent.' },
  words_missing: { vi: 'Chưa viết nội dung trao đổi.', en: 'Write something first.' },
  words_too_long: { vi: 'Nội dung trao đổi dài quá mức cho phép.', en: 'The comment is too long.' },
  withdraw: { vi: 'Rút lại', en: 'Withdraw' },
  withdraw_this: { vi: 'Rút lại lời này', en: 'Withdraw this comment' },
  withdraw_what: {
    vi: 'Nội dung không còn hiện với ai; dòng “đã rút lại” vẫn giữ ở đây.',
    en: 'Nobody will see the words any more; the line stays here, marked as withdrawn.',
  },
  withdrawn: { vi: 'Đã rút lại lời trao đổi.', en: 'The comment was withdrawn.' },
  was_withdrawn: {
    vi: 'Lời trao đổi này đã được người viết rút lại.',
    en: 'Its author withdrew this comment.',
  },
  earlier_comments: { vi: 'Còn {n} trao đổi trước đó', en: 'Earlier comments: {n}' },
  following: {
    vi: 'Bạn đang theo dõi phần việc này: có trao đổi mới thì bạn nhận thông báo.',
    en: 'You follow this assignment: you are told of new comments.',
  },
  not_following: { vi: 'Bạn không theo dõi phần việc này.', en: 'You do not follow this assignment.' },
  follow: { vi: 'Theo dõi', en: 'Follow' },
  unfollow: { vi: 'Thôi theo dõi', en: 'Stop following' },
  followed_now: { vi: 'Bạn đã theo dõi phần việc.', en: 'You follow this assignment now.' },
  unfollowed_now: { vi: 'Bạn đã thôi theo dõi phần việc.', en: 'You no longer follow this assignment.' },
  followers: { vi: 'Số người theo dõi: {n}.', en: 'People following: {n}.' },

  whole_history: { vi: 'Toàn bộ diễn biến', en: 'The whole history' },
  whole_history_lead: {
    vi: 'Mọi việc đã ghi về phần việc này, từ đầu đến nay, theo thứ tự đã ghi.',
    en: 'Everything recorded about this assignment, from the beginning, in the order it was recorded.',
  },
  earlier_entries: { vi: 'Còn {n} dòng trước đó.', en: 'Earlier lines: {n}.' },
  to_assignment: { vi: 'Về phần việc', en: 'Back to the assignment' },
});

import { type CalendarDate, formatDate } from '../../../kernel/dates.ts';

/** The parent plan as a unit plan cites it. */
export interface ParentPlan {
  readonly title: string;
  readonly number: string;
  readonly issuedOn: CalendarDate;
  /** As the issuing unit was called on that day. */
  readonly issuerName: string;
}

/** "Kế hoạch số 15/KH-UBND ngày 22/01/2024 của UBND huyện Ân Thi". */
export function citationOf({ number, issuedOn, issuerName }: ParentPlan): string {
  return `Kế hoạch số ${number} ngày ${formatDate(issuedOn)} của ${issuerName}`;
}

/** Titles that do not begin with a proper name go on in lower case inside a sentence. */
function insideSentence(title: string): string {
  const subject = title.replace(/^kế hoạch\s+(?=\S)/iu, '').replace(/^về\s+(?=\S)/iu, '');
  return /^\p{Lu}\p{Ll}/u.test(subject)
    ? subject.charAt(0).toLocaleLowerCase('vi') + subject.slice(1)
    : subject;
}

/** The text that a draft begins with, all of it to be changed: what every such plan says. Bodies outside are asked. */
export function firstWords(
  parent: ParentPlan,
  isRequest: boolean,
): { title: string; bases: string; opening: string; closing: string; recipients: string } {
  const citation = citationOf(parent);
  const given = isRequest ? 'nội dung được đề nghị' : 'nhiệm vụ được giao';
  return {
    title: `${isRequest ? 'Phối hợp thực hiện' : 'Thực hiện'} ${citation}`.slice(0, 500),
    bases: `${citation} về ${insideSentence(parent.title)}`,
    opening: [
      `Thực hiện đầy đủ, đúng thời gian các ${given} tại ${citation}.`,
      'Mỗi nhiệm vụ có sản phẩm, người phụ trách và thời gian hoàn thành cụ thể, làm căn cứ theo dõi và đánh giá kết quả.',
    ].join('\n'),
    closing: [
      'Người phụ trách từng nhiệm vụ tại Phụ lục tổ chức thực hiện, cập nhật tiến độ và minh chứng kịp thời; khó khăn, vướng mắc báo cáo lãnh đạo đơn vị để giải quyết.',
    ].join('\n'),
    recipients: [`${parent.issuerName} (để báo cáo)`, 'Lãnh đạo đơn vị', 'Lưu: VT'].join('\n'),
  };
}

/**
 * Vietnamese wordings of a deadline, put into the text form: "15 ngày làm việc sau 22/01/2024", "ít nhất 20 ngày kể từ ngày
 * 30/05/2024", "trước ngày 05/7/2024", "chậm nhất ngày 30/6/2024", "hết quý II/2024", "cuối tháng 6/2024". Given in lower
 * case with single spaces; `undefined` when it is none of these. Dates and amounts are checked by the reader of the form.
 */
export function formOfVietnamese(text: string): string | undefined {
  const counted =
    /^(?:(ít nhất|tối thiểu|không dưới)|chậm nhất|tối đa|không quá|trong vòng|trong)? ?(\d[\d.,]*) (ngày làm việc|ngày|tháng|năm) (?:(sau|kể từ|tính từ|từ)|trước)(?: khi)?(?: ngày)? (\S+)$/.exec(
      text,
    );
  if (counted) {
    const [, atLeast, amount, unit = '', after, date] = counted;
    const counts = `${amount}${UNITS[unit]}`;
    // "Ít nhất 5 ngày trước" is what "5d before" already means.
    return after ? `${atLeast ? 'min ' : ''}${counts} after ${date}` : `${counts} before ${date}`;
  }
  const before = /^trước(?: ngày)? (\S+)$/.exec(text);
  if (before) return `before ${before[1]}`;
  const by =
    /^(?:chậm nhất(?: là)?|muộn nhất(?: là)?|đến hết|hết|vào|trong)(?: ngày)? (\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})$/.exec(
      text,
    );
  if (by) return `by ${by[1]}`;
  const period = /^(?:đến )?(?:hết|cuối) (.+)$/.exec(text);
  return period ? endOf(period[1] ?? '') : undefined;
}

const UNITS: Readonly<Record<string, string>> = { 'ngày làm việc': 'wd', ngày: 'd', tháng: 'm', năm: 'y' };
const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };

function endOf(period: string): string | undefined {
  const quarter = /^quý (i{1,3}|iv|[1-4])(?:\/| năm | )(\d{4})$/.exec(period);
  if (quarter) return `end of q${ROMAN[quarter[1] ?? ''] ?? quarter[1]} ${quarter[2]}`;
  const half = /^6 tháng (đầu|cuối) năm (\d{4})$/.exec(period);
  if (half) return `end of h${half[1] === 'đầu' ? 1 : 2} ${half[2]}`;
  const month = /^tháng (\d{1,2})(?:\/| năm )(\d{4})$/.exec(period);
  if (month) return `end of ${month[1]}/${month[2]}`;
  const year = /^năm (\d{4})$/.exec(period);
  return year ? `end of ${year[1]}` : undefined;
}

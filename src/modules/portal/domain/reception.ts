import { type CalendarDate, isCalendarDate } from '../../../kernel/dates.ts';
import { fieldWords, type Said, tableNamed, wordsIn } from './tables.ts';

/** One time at which citizens are received. */
export interface Reception {
  readonly itemId: string;
  readonly on: CalendarDate;
  /** `07:30`; null: the whole day. */
  readonly from: string | null;
  readonly until: string | null;
  readonly place: string;
  readonly who: string;
  readonly note: string;
  readonly updatedAt: Date;
}

interface Schedule extends Said {
  readonly itemId: string;
  /** An instant as JSON writes it. */
  readonly updatedAt: string;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const timeOf = (text: string): string | null => {
  const padded = text.length === 4 ? `0${text}` : text;
  return TIME.test(padded) ? padded : null;
};

/** All that schedules say, in the order of days and hours; lines without a day are left to the item's page. */
export function receptionsOf(schedules: readonly Schedule[]): readonly Reception[] {
  return schedules
    .flatMap((schedule) =>
      (tableNamed(schedule, 'lich')?.rows ?? []).flatMap((row): Reception[] => {
        const on = wordsIn(row, 'ngay');
        if (!isCalendarDate(on)) return [];
        return [
          {
            itemId: schedule.itemId,
            on,
            from: timeOf(wordsIn(row, 'tu')),
            until: timeOf(wordsIn(row, 'den')),
            place: wordsIn(row, 'noi_tiep'),
            who: wordsIn(row, 'nguoi_tiep'),
            note: wordsIn(row, 'ghi_chu'),
            updatedAt: new Date(schedule.updatedAt),
          },
        ];
      }),
    )
    .sort((a, b) => (a.on + (a.from ?? '')).localeCompare(b.on + (b.from ?? '')));
}

/** The hours of every working day, where a schedule says them. */
export function everyDayOf(schedules: readonly Schedule[]): string {
  return (
    schedules.map((schedule) => fieldWords(schedule, 'tiep_thuong_xuyen')).find((words) => words !== '') ?? ''
  );
}

/** Those not over yet, on or after the day. */
export function comingFrom(receptions: readonly Reception[], day: CalendarDate): readonly Reception[] {
  return receptions.filter(({ on }) => on >= day);
}

import type { IndexDoor } from '../papi/index.ts';
import { m } from './messages.ts';

/** The way from the scores of the home province into this room. */
export const indexDoor: IndexDoor = {
  text: m.title,
  href: (year, part) => `/chi-so/phan-tich${part === undefined ? '' : `/${part}`}?nam=${year}`,
};

import { expect } from 'vitest';
import { type TestApp, testApp, type Visitor } from './app.ts';
import { personWithPost, TEST_PASSWORD } from './people.ts';
import { HALF, type PeriodWorld, periodWorld, vietnamTime } from './period-world.ts';

export const PERIODS = '/ky-bao-cao';
export const PERIOD = `${PERIODS}/${HALF}`;

type Fields = Record<string, string | string[]>;

/** The application over the period world, with three people: the standing agency, and somebody of each commune. */
export interface PeriodPages {
  readonly place: TestApp;
  readonly world: PeriodWorld;
  standing: Visitor;
  commune: Visitor;
  other: Visitor;
  /** Goes to an instant in Vietnam's time; everybody signs in again, as sessions of another day have ended. */
  on(instant: string): Promise<void>;
}

export async function periodPages(): Promise<PeriodPages> {
  const place = await testApp();
  const world = await periodWorld(place);
  const { office, commune, otherCommune } = world.tree;
  await personWithPost(place, 'noi.vu', { unitId: office, role: 'standing', title: 'Trưởng phòng' });
  await personWithPost(place, 'xa.mot', { unitId: commune, role: 'member', title: 'Chủ tịch' });
  await personWithPost(place, 'xa.hai', { unitId: otherCommune, role: 'member' });
  const signIn = (name: string): Promise<Visitor> => place.signIn(name, TEST_PASSWORD);
  const visitor = place.visitor();
  const pages: PeriodPages = {
    place,
    world,
    standing: visitor,
    commune: visitor,
    other: visitor,
    async on(instant) {
      place.clock.set(vietnamTime(instant));
      pages.standing = await signIn('noi.vu');
      pages.commune = await signIn('xa.mot');
      pages.other = await signIn('xa.hai');
    },
  };
  return pages;
}

const wordsOf = (page: string): string =>
  (/<main[\s\S]*<\/main>/.exec(page)?.[0] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** The words of a page, without its frame. */
export async function read(visitor: Visitor, path: string, status = 200): Promise<string> {
  const answer = await visitor.get(path);
  expect(answer.status, path).toBe(status);
  return wordsOf(await answer.text());
}

export async function send(visitor: Visitor, path: string, fields: Fields): Promise<Response> {
  await visitor.get(PERIODS);
  return visitor.post(path, fields);
}

/** Sends a form that is accepted; answers the words of the page that it leads to. */
export async function accepted(visitor: Visitor, path: string, fields: Fields): Promise<string> {
  const answer = await send(visitor, path, fields);
  expect(answer.status, `${path}: ${wordsOf(await answer.clone().text())}`).toBe(303);
  return read(visitor, answer.headers.get('location') ?? '');
}

/** Sends a form that is refused; answers the page that shows it again. */
export async function refused(visitor: Visitor, path: string, fields: Fields, status = 422): Promise<string> {
  const answer = await send(visitor, path, fields);
  expect(answer.status, path).toBe(status);
  return answer.text();
}

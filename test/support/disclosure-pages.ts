import { expect } from 'vitest';
import { type TestApp, testApp, type Visitor } from './app.ts';
import { type DisclosureWorld, disclosureWorld } from './disclosure-world.ts';
import { htmlProblems } from './html-rules.ts';
import { personWithPost, TEST_PASSWORD } from './people.ts';
import { vietnamTime } from './period-world.ts';
import { jpegPicture } from './pictures.ts';

type Fields = Record<string, string | string[] | File>;

/** The application over the disclosure world, with people of each kind, at nine on 24/06/2024. */
export interface DisclosurePages {
  readonly place: TestApp;
  readonly world: DisclosureWorld;
  clerk: Visitor;
  other: Visitor;
  village: Visitor;
  standing: Visitor;
  /** Goes to an instant in Vietnam's time; everybody signs in again. */
  on(instant: string): Promise<void>;
}

export async function disclosurePages(): Promise<DisclosurePages> {
  const place = await testApp();
  const world = await disclosureWorld(place);
  const { office, commune, otherCommune, village } = world.tree;
  await personWithPost(place, 'xa.mot', { unitId: commune, role: 'member', title: 'Công chức' });
  await personWithPost(place, 'xa.hai', { unitId: otherCommune, role: 'member' });
  await personWithPost(place, 'truong.thon', { unitId: village, role: 'member', title: 'Trưởng thôn' });
  await personWithPost(place, 'noi.vu', { unitId: office, role: 'standing', title: 'Trưởng phòng' });
  const nobody = place.visitor();
  const pages: DisclosurePages = {
    place,
    world,
    clerk: nobody,
    other: nobody,
    village: nobody,
    standing: nobody,
    async on(instant) {
      place.clock.set(vietnamTime(instant));
      const signIn = (name: string): Promise<Visitor> => place.signIn(name, TEST_PASSWORD);
      pages.clerk = await signIn('xa.mot');
      pages.other = await signIn('xa.hai');
      pages.village = await signIn('truong.thon');
      pages.standing = await signIn('noi.vu');
    },
  };
  await pages.on('2024-06-24T09:00');
  return pages;
}

export const wordsOf = (page: string): string =>
  (/<main[\s\S]*<\/main>/.exec(page)?.[0] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** The words of a page whose HTML is valid. */
export async function read(visitor: Visitor, path: string, status = 200): Promise<string> {
  const answer = await visitor.get(path);
  const page = await answer.text();
  expect(answer.status, `${path}: ${wordsOf(page)} ${answer.headers.get('location')}`).toBe(status);
  expect(await htmlProblems(page), path).toEqual([]);
  return wordsOf(page);
}

/** Sends a form that is accepted; answers the words of the page it leads to. */
export async function accepted(visitor: Visitor, path: string, fields: Fields): Promise<string> {
  const answer = await visitor.post(path, fields);
  expect(answer.status, `${path}: ${wordsOf(await answer.clone().text())}`).toBe(303);
  return read(visitor, (answer.headers.get('location') ?? '').split('#')[0] ?? '');
}

/** Sends a form that is refused; answers the page that shows it again, whose HTML is valid. */
export async function refused(visitor: Visitor, path: string, fields: Fields, status = 422): Promise<string> {
  const answer = await visitor.post(path, fields);
  const page = await answer.text();
  expect(answer.status, `${path}: ${wordsOf(page)}`).toBe(status);
  expect(await htmlProblems(page), path).toEqual([]);
  return page;
}

/** The address of an item, or of a page of it. */
export const itemHref = (id: string, more = ''): string => `/cong-khai/muc/${id}${more}`;

/** A photo of its own. */
export const aPhoto = async (seed: number): Promise<File> =>
  new File([(await jpegPicture({ width: 300 + seed, height: 200, noise: true })) as BlobPart], 'anh.jpg', {
    type: 'image/jpeg',
  });

/** The form of the decision, whole. */
export const FILLED = {
  viec: 'xem-lai',
  'f.so_quyet_dinh': '15/QĐ-UBND',
  'f.muc_thu': '250.000',
  'f.ghi_chu': '',
  tom_tat: 'Xã công bố mức thu năm 2024.',
};

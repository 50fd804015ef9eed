import { fold } from './wording.ts';

/** What offices shorten, in the form that `unitKey` compares: folded, without "và", hyphens and commas. */
const ABBREVIATIONS: readonly [RegExp, string][] = [
  [
    /\blao dong tbxh\b|\bldtb ?(?:& ?)?xh\b|\bld ?- ?tb ?(?:& ?|va |- ?)?xh\b|\bldtbxh\b/g,
    'lao dong thuong binh xa hoi',
  ],
  [/\btn ?[&-] ?mt\b|\btnmt\b|\btn va mt\b/g, 'tai nguyen moi truong'],
  [/\bgd ?[&-] ?dt\b|\bgddt\b|\bgd va dt\b/g, 'giao duc dao tao'],
  [/\bnn ?(?:&|va|-) ?ptnt\b|\bnnptnt\b/g, 'nong nghiep phat trien nong thon'],
  [/\bnn ?(?:&|va|-) ?mt\b|\bnnmt\b/g, 'nong nghiep moi truong'],
  [/\bptnt\b/g, 'phat trien nong thon'],
  [/\btc ?- ?kh\b|\btckh\b|\btc ?& ?kh\b/g, 'tai chinh ke hoach'],
  [/^(?:phong|p\.?) ?nv\b/g, 'phong noi vu'],
  // After communes "TT" is a town, before a name a centre.
  [/\bxa( ?,| va| &| ?\/| -)? ?tt\b/g, 'xa thi tran'],
  [/\b(?:tt|trung tam) ?vh ?[&-] ?tt\b|\bttvh ?[&-] ?tt\b|\bttvhtt\b/g, 'trung tam van hoa truyen thanh'],
  [/\bvh ?(?:&|-) ?tt\b|\bvhtt\b|\bvh va tt\b|\bvh ?- ?tt\b/g, 'van hoa thong tin'],
  [/\bvhxh\b|\bvh ?- ?xh\b/g, 'van hoa xa hoi'],
  [/\bkt ?(?:&|-) ?ht\b|\bktht\b|\bkt va ht\b/g, 'kinh te ha tang'],
  [/\btt ?& ?tt\b|\btttt\b/g, 'thong tin truyen thong'],
  [/\bttyt\b/g, 'trung tam y te'],
  [/\bttdvnn\b/g, 'trung tam dich vu nong nghiep'],
  [/\bubnd\b|\bub nhan dan\b/g, 'uy ban nhan dan'],
  [/\bhdnd\b/g, 'hoi dong nhan dan'],
  [/\b(?:ub ?|uy ban )?(?:mttq ?vn|mttq|mat tran to quoc)\b/g, 'uy ban mat tran to quoc'],
  [/\bbchqs\b/g, 'ban chi huy quan su'],
  [/\bchqs\b/g, 'chi huy quan su'],
  [/\bbhxh\b/g, 'bao hiem xa hoi'],
  [/\btand\b/g, 'toa an nhan dan'],
  [/\btoa an\b(?! nhan dan)/g, 'toa an nhan dan'],
  [/\bvksnd\b/g, 'vien kiem sat nhan dan'],
  [/\btgpl\b/g, 'tro giup phap ly'],
  [/\bqlda\b/g, 'quan ly du an'],
  [/\btdp\b/g, 'to dan pho'],
  [/\bttnd\b/g, 'thanh tra nhan dan'],
  [/\bgsdtcd\b/g, 'giam sat dau tu cong dong'],
  [/^vp\b/g, 'van phong'],
  // One office serves both councils.
  [/^van phong uy ban nhan dan\b/g, 'van phong hoi dong nhan dan uy ban nhan dan'],
  [/^p\.? (?=\S)/g, 'phong '],
  [/^ca (?=\S)/g, 'cong an '],
  [/^tt\.? (?=\S)/g, 'trung tam '],
];

/** The key by which names of units are the same: "Phòng LĐTB&XH" and "phòng Lao động - Thương binh và Xã hội". */
export function unitKey(name: string): string {
  let key = fold(name).replace(/[“”"'.:;]/g, (mark) => (mark === '.' ? '. ' : ' '));
  key = key.replace(/\s+/g, ' ').trim();
  for (const [pattern, words] of ABBREVIATIONS) key = key.replace(pattern, words);
  return key
    .replace(/uy ban uy ban/g, 'uy ban')
    .replace(/mat tran to quoc viet nam/g, 'mat tran to quoc')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bva\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const LEVEL = '(?:huyen|quan|thi xa|thanh pho|tinh|xa|phuong|thi tran|dac khu)';

/** "thanh tra huyen an thi" → "thanh tra huyen" (the place left out). */
export function withoutPlace(key: string): string | undefined {
  const match = new RegExp(`^(.+ ${LEVEL}) \\S.*$`).exec(key);
  return match?.[1];
}

/** "thanh tra huyen" → "thanh tra"; nothing for a bare "uy ban nhan dan xa". */
export function withoutLevel(key: string): string | undefined {
  const match = new RegExp(`^(.+?) ${LEVEL}(?: \\S.*)?$`).exec(key);
  return match?.[1] === 'uy ban nhan dan' ? undefined : match?.[1];
}

/** The level a name states: "huyen", "xa" … */
export function levelOf(key: string): string | undefined {
  return new RegExp(` (${LEVEL})(?: \\S.*)?$`).exec(key)?.[1];
}

/** "uy ban nhan dan xa bai say" → "xa bai say" → "bai say": a commune is called each of these. */
export function placeNames(key: string): string[] {
  const area = key.replace(/^uy ban nhan dan /, '');
  const place = new RegExp(`^${LEVEL} (\\S.*)$`).exec(area)?.[1];
  return place ? [area, `uy ban nhan dan ${area}`, place] : [];
}

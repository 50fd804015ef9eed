import { addDays } from '../kernel/dates.ts';
import { type Message, messages, translator } from '../kernel/i18n.ts';
import { STATES, workAt } from '../modules/assignments/index.ts';
import { EVIDENCE_KINDS, type EvidenceKind, evidenceAt } from '../modules/evidence/index.ts';
import type { SnapshotFacts, SnapshotSource } from '../modules/periods/index.ts';
import { stateWord } from '../ui/index.ts';

const m = messages({
  work: { vi: 'Phần việc', en: 'Assignments' },
  evidence: { vi: 'Minh chứng', en: 'Evidence' },
});

const evidenceKinds = messages({
  file: { vi: 'tệp', en: 'files' },
  photo: { vi: 'ảnh', en: 'photos' },
  link: { vi: 'đường dẫn', en: 'links' },
  posting: { vi: 'lần niêm yết', en: 'postings' },
  minutes: { vi: 'biên bản họp', en: 'minutes of meetings' },
} satisfies Record<EvidenceKind, Message>);

const [vi, en] = [translator('vi'), translator('en')];

/** A line for each kind of thing that there is any of. */
function linesOf<Key extends string>(
  keys: readonly Key[],
  counts: Readonly<Partial<Record<Key, number>>>,
  words: (key: Key) => Message,
): SnapshotFacts {
  const lines = keys.flatMap((key) => {
    const value = counts[key] ?? 0;
    return value === 0 ? [] : [{ ...words(key), value }];
  });
  return { v: 1, lines };
}

/** What a cut-off keeps of the work: every assignment with its state on the cut-off day. */
export const workSnapshot: SnapshotSource = {
  name: 'assignments',
  title: m.work,
  async take(tx, _at, { cutOffOn }) {
    // What is due soon depends on the calendar in force when the cut-off is taken; a cut-off must not.
    const day = { today: cutOffOn, soonUntil: addDays(cutOffOn, -1), asOf: cutOffOn };
    const { count, hash, perState } = await workAt(tx, day);
    const facts = linesOf(STATES, perState, (state) => ({
      vi: stateWord(state, vi),
      en: stateWord(state, en),
    }));
    return { count, hash, facts };
  },
};

/** What a cut-off keeps of the evidence: every record that counted. */
export const evidenceSnapshot: SnapshotSource = {
  name: 'evidence',
  title: m.evidence,
  async take(tx, at) {
    const { count, hash, perKind } = await evidenceAt(tx, at);
    return { count, hash, facts: linesOf(EVIDENCE_KINDS, perKind, (kind) => evidenceKinds[kind]) };
  },
};

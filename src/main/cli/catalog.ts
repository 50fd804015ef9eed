import type { CommandEntry } from './command.ts';
import { summaries } from './messages.ts';

/** Every command, in the order of the help. */
export const catalog: readonly CommandEntry[] = [
  { words: ['due'], says: summaries.due, load: () => import('./due.ts') },
  { words: ['plan', 'import'], says: summaries.planImport, load: () => import('./plan-import.ts') },
  { words: ['plan', 'issue'], says: summaries.planIssue, load: () => import('./plan-issue.ts') },
  { words: ['plan', 'list'], says: summaries.planList, load: () => import('./plan-list.ts') },
  { words: ['figures', 'import'], says: summaries.figuresImport, load: () => import('./figures-import.ts') },
  { words: ['figures', 'export'], says: summaries.figuresExport, load: () => import('./figures-export.ts') },
  { words: ['figures', 'define'], says: summaries.figuresDefine, load: () => import('./figures-define.ts') },
  { words: ['papi', 'import'], says: summaries.papiImport, load: () => import('./papi-import.ts') },
  { words: ['papi', 'score'], says: summaries.papiScore, load: () => import('./papi-score.ts') },
  { words: ['units', 'import'], says: summaries.unitsImport, load: () => import('./units-import.ts') },
  {
    words: ['units', 'boundaries'],
    says: summaries.unitsBoundaries,
    load: () => import('./units-boundaries.ts'),
  },
  { words: ['user', 'add'], says: summaries.userAdd, load: () => import('./user-add.ts') },
  { words: ['user', 'reset'], says: summaries.userReset, load: () => import('./user-reset.ts') },
  { words: ['tenant', 'create'], says: summaries.tenantCreate, load: () => import('./tenant-create.ts') },
  { words: ['tenant', 'list'], says: summaries.tenantList, load: () => import('./tenant-list.ts') },
  { words: ['migrate'], says: summaries.migrate, load: () => import('./migrate.ts') },
];

/** The command that `words` begin with. */
export function commandFor(words: readonly string[]): CommandEntry | undefined {
  return catalog.find((entry) => entry.words.every((word, index) => word === words[index]));
}

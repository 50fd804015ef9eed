import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { excerpt, markWords, wordsFor } from '../../../kernel/search-words.ts';
import { dataTable, titleLines } from '../../../ui/index.ts';
import { clauseHref, type FoundClause, type FoundTask, type ListedPlan } from '../../plans/index.ts';
import { type FoundUnit, kindLabels } from '../../units/index.ts';
import { searchRoomLimits } from '../limits.ts';
import { m } from '../messages.ts';
import type { Group, Results } from '../queries/search-all.ts';

/** The text with the words found in it marked, whatever their diacritics. */
export function marked(text: string, words: readonly string[]): Html {
  return html`${markWords(text, words).map((part) => (part.found ? html`<mark class="found">${part.text}</mark>` : part.text))}`;
}

/** What a group's table needs besides its rows. */
export interface Around {
  readonly words: readonly string[];
  /** Beside the title: how many there are, where to see them all. */
  readonly note: Html | null;
}

const empty = html``;

interface PlanWords {
  readonly planNumber: string | null;
  readonly planTitle: string;
  readonly year: number;
  readonly isDraft: boolean;
}

function planWords({ t }: RequestContext, found: PlanWords): string {
  const name = found.planNumber ?? found.planTitle;
  return `${found.isDraft ? `${t(m.draft)} · ` : ''}${name} · ${found.year}`;
}

function tasks(context: RequestContext, rows: readonly FoundTask[], { words, note }: Around): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(m.tasks),
      captionVisible: true,
      note,
      stickyHeader: false,
      columns: [
        { key: 'code', label: t(m.col_code), width: 'fit', phone: 'bare' },
        { key: 'task', label: t(m.col_task), primary: true },
        { key: 'due', label: t(m.col_due) },
      ],
      rows: rows.map((task) => ({
        href: task.isDraft ? `/ke-hoach/${task.planId}` : `/nhiem-vu/${task.id}`,
        cells: [
          marked(task.code, words),
          titleLines(
            marked(excerpt(task.words, words, searchRoomLimits.excerpt), words),
            [task.leadWords, planWords(context, task)].filter(Boolean).join(' · '),
          ),
          task.dueWords,
        ],
      })),
      empty,
    },
    t,
  );
}

function units(context: RequestContext, rows: readonly FoundUnit[], { words, note }: Around): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(m.units),
      captionVisible: true,
      note,
      stickyHeader: false,
      columns: [
        { key: 'unit', label: t(m.col_unit), primary: true },
        { key: 'kind', label: t(m.col_kind) },
        { key: 'code', label: t(m.col_code), width: 'fit' },
      ],
      rows: rows.map((unit) => ({
        href: `/don-vi/${unit.id}`,
        cells: [
          titleLines(marked(unit.name, words), unit.parentName),
          `${t(kindLabels[unit.kind])} · ${unit.tier}`,
          unit.code === null ? '–' : marked(unit.code, words),
        ],
      })),
      empty,
    },
    t,
  );
}

/** The body without the title it begins with. */
function afterTitle({ title, body }: FoundClause): string {
  const start = title.replace(/\s*…$/, '');
  if (start === '' || !body.startsWith(start)) return body;
  const rest = body.slice(start.length).replace(/^[\s.,;:]+/, '');
  return rest && `… ${rest}`;
}

function clauses(context: RequestContext, rows: readonly FoundClause[], { words, note }: Around): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(m.clauses),
      captionVisible: true,
      note,
      stickyHeader: false,
      columns: [
        { key: 'path', label: t(m.col_path), width: 'fit', phone: 'bare' },
        { key: 'clause', label: t(m.col_clause), primary: true },
        { key: 'plan', label: t(m.col_plan) },
      ],
      rows: rows.map((clause) => {
        const sought = wordsFor(`${clause.title}\n${clause.body}`, words);
        const body = marked(excerpt(afterTitle(clause), sought, searchRoomLimits.excerpt), sought);
        return {
          href: clauseHref(clause.planId, clause.path),
          cells: [
            marked(clause.path, words),
            clause.title === '' ? body : titleLines(marked(clause.title, sought), body),
            planWords(context, clause),
          ],
        };
      }),
      empty,
    },
    t,
  );
}

function plans(context: RequestContext, rows: readonly ListedPlan[], { words, note }: Around): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(m.plans),
      captionVisible: true,
      note,
      stickyHeader: false,
      columns: [
        { key: 'number', label: t(m.col_number), width: 'fit' },
        { key: 'plan', label: t(m.col_plan), primary: true },
        { key: 'year', label: t(m.col_year), align: 'end' },
      ],
      rows: rows.map((plan) => ({
        href: `/ke-hoach/${plan.id}`,
        cells: [
          plan.number === null ? t(m.no_number) : marked(plan.number, words),
          titleLines(marked(plan.title, words), plan.unitName),
          String(plan.year),
        ],
      })),
      empty,
    },
    t,
  );
}

/** The table of one group; nothing when it has no result. */
export function groupTable(
  context: RequestContext,
  group: Group,
  results: Partial<Results>,
  around: Around,
): Html {
  switch (group) {
    case 'tasks':
      return results.tasks?.rows.length ? tasks(context, results.tasks.rows, around) : empty;
    case 'units':
      return results.units?.rows.length ? units(context, results.units.rows, around) : empty;
    case 'clauses':
      return results.clauses?.rows.length ? clauses(context, results.clauses.rows, around) : empty;
    case 'plans':
      return results.plans?.rows.length ? plans(context, results.plans.rows, around) : empty;
  }
}

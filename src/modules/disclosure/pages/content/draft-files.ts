import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { attachmentList, linkButton } from '../../../../ui/index.ts';
import { mustDecide } from '../../commands/drafts.ts';
import { personalRulesOf } from '../../domain/personal-rules.ts';
import { m } from '../../messages-edit.ts';
import type { DraftFile } from '../../store/drafts.ts';
import type { Item } from '../../store/items.ts';
import { itemHref } from '../looking.ts';

/** Whether a file still waits for somebody's decision. */
export function isUndecided(file: DraftFile, { terms }: Pick<Item, 'terms'>): boolean {
  return file.choice === null && mustDecide(file.report, personalRulesOf(terms));
}

function lineOf({ t }: RequestContext, file: DraftFile, item: Item): string {
  if (isUndecided(file, item)) return t(m.file_undecided);
  if (file.choice === 'reduce') return t(m.file_reduce);
  if (file.choice === 'as_is') return t(m.file_as_is, { reason: file.because ?? '' });
  return t(m.file_clean);
}

/** The files of a draft, each with what was decided of it. */
export function draftFileList(context: RequestContext, item: Item, files: readonly DraftFile[]): Html {
  if (files.length === 0) return html``;
  const { t } = context;
  return attachmentList(
    files.map((file) => ({
      title: file.name,
      lines: [lineOf(context, file, item)],
      act: linkButton({
        href: `${itemHref(item.id)}/noi-dung/tep/${file.id}`,
        text: t(m.file_open),
        about: file.name,
        small: true,
      }),
    })),
  );
}

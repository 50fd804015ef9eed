import { type Html, html } from '../../../../kernel/html.ts';
import { piecesOf } from '../../domain/mentions.ts';
import type { Comment } from '../../queries/comments.ts';

/** The words of a comment as they were typed, with the names of those it mentions. */
export function commentText({ words, mentioned }: Comment & { readonly words: string }): Html {
  const pieces = piecesOf(words, mentioned).map((piece) =>
    piece.kind === 'text' ? piece.text : html`<strong>@${piece.name}</strong>`,
  );
  return html`<span class="as-typed">${pieces}</span>`;
}

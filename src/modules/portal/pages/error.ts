import type { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { frame, to } from '../frame.ts';
import { m } from '../messages.ts';

/** What went wrong, in words, with what to do and a way back; for citizens and whoever is not signed in. */
export function portalErrorPage(context: RequestContext, error: AppError): Html {
  const { message, remedy } = error.describe(context.lang);
  return frame(context, {
    title: message,
    isIndexed: false,
    main: html`<p class="lead">${remedy}</p>${
      error.fields.length > 0 &&
      html`<ul>${error.fields.map((problem) => html`<li>${context.t(problem.message, problem.params)}</li>`)}</ul>`
    }<p class="block"><a class="btn" href="${to(context, '/')}">${context.t(m.back_to_start)}</a></p>`,
  });
}

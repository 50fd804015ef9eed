import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  elements: [
    'html5',
    {
      'file-drop': { phrasing: true, flow: true },
      'filter-auto': { flow: true },
      'proof-photo': { flow: true },
      'push-switch': { flow: true },
      'time-slider': { flow: true },
    },
  ],
  rules: {
    // Templates leave a space where an absent attribute would stand; browsers do not mind.
    'no-trailing-whitespace': 'off',
    // A group of boxes sends one name many times; of several submit buttons only the pressed one sends its value.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'submit', 'checkbox'] }],
  },
});

/** What is wrong with a page's HTML, one line each; empty when it is valid. */
export async function htmlProblems(markup: string): Promise<string[]> {
  const report = await validator.validateString(markup);
  return report.results.flatMap((result) =>
    result.messages.map(
      (message) => `${message.line}:${message.column} ${message.ruleId}: ${message.message}`,
    ),
  );
}

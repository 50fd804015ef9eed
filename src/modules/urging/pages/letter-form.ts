import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { button, card, dateField, details, field, selectField } from '../../../ui/index.ts';
import type { Reading } from '../../assignments/index.ts';
import { m } from '../messages.ts';
import type { Round, UrgingMessage } from '../queries/round.ts';
import { symbolOf } from './letter.ts';

const SIGNS = /^(?:quyền\s+)?(?:phó\s+)?(?:trưởng|chủ tịch|giám đốc|chánh)/iu;

/** Asks what the office adds to the letter: number, day, signer. All may stay empty and be written in by hand. */
export function letterForm(
  context: RequestContext,
  reading: Reading,
  round: Round,
  messages: readonly UrgingMessage[],
): Html {
  const { t } = context;
  const urged = messages.filter((message) => !message.isRequest);
  const sender = reading.units.names.get(round.fromUnitId) ?? '';
  const signs = SIGNS.test(round.personTitle);
  const options = [
    ...(urged.length > 1 ? [{ value: '', text: t(m.letter_all, { n: urged.length }) }] : []),
    ...messages.map((message) => ({
      value: message.unitId,
      text: t(m.letter_one, { unit: reading.units.names.get(message.unitId) ?? '' }),
    })),
  ];
  const form = html`<p>${t(m.letter_lead)}</p><form method="get" action="/don-doc/${round.id}/van-ban">${selectField(
    { label: t(m.letter_to), name: 'don-vi', options },
    t,
  )}${field({ label: t(m.letter_number), name: 'so', width: 'short', maxlength: 10, optional: true }, t)}${field(
    {
      label: t(m.letter_symbol),
      name: 'ky-hieu',
      width: 'medium',
      maxlength: 40,
      value: symbolOf(sender),
      hint: t(m.letter_symbol_hint),
    },
    t,
  )}${dateField({ label: t(m.letter_day), name: 'ngay', optional: true }, t)}${field(
    {
      label: t(m.letter_signer),
      name: 'nguoi-ky',
      maxlength: 120,
      optional: true,
      value: signs ? round.personName : '',
    },
    t,
  )}${field(
    {
      label: t(m.letter_signer_title),
      name: 'chuc-vu',
      maxlength: 200,
      optional: true,
      value: signs ? round.personTitle : '',
    },
    t,
  )}${selectField(
    {
      label: t(m.letter_format),
      name: 'dinh-dang',
      value: 'docx',
      options: [
        { value: 'docx', text: 'Word (.docx)' },
        { value: 'pdf', text: 'PDF' },
      ],
    },
    t,
  )}${button({ text: t(m.letter_make), icon: 'download' })}</form>`;
  return card({ body: details(t(m.letter), form) });
}

import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { Rejected, RequestContext } from '../../../kernel/http/route.ts';
import {
  button,
  confirmAction,
  csrfInput,
  dateField,
  problemOf,
  radioGroup,
  selectField,
  textareaField,
} from '../../../ui/index.ts';
import { FORMS, KINDS } from '../domain/kinds.ts';
import { mayBeAsked } from '../domain/reach.ts';
import { m as words } from '../messages.ts';
import { m } from '../messages-inspection.ts';
import { formNames, kindNames } from '../messages-words.ts';
import { mayArrange, mayInspect, mayMakeFor } from '../policy.ts';
import type { Inspection } from '../queries/inspections.ts';
import { dueFields, formCard, placeOptions, typedText } from './parts.ts';
import { filesField } from './proof.ts';
import { inspectionHref, type Reading } from './reading.ts';

export type InspectionAct = 'ton-tai' | 'ket-luan' | 'doi-ngay' | 'bao-truoc' | 'huy' | 'tai-kiem-tra';

/** Which form of the page was refused. */
export interface RefusedAct {
  readonly act: InspectionAct;
  readonly rejected: Rejected;
}

interface Props {
  readonly inspection: Inspection;
  readonly reading: Reading;
  readonly refused: RefusedAct | undefined;
  /** Findings that are not closed: its own, and those it looks at again. */
  readonly open: number;
}

const refusedAt = ({ refused }: Props, act: InspectionAct): Rejected | undefined =>
  refused?.act === act ? refused.rejected : undefined;

/** How many working days a remedy is usually given. */
const USUAL_DAYS = '10';

export function findCard(context: RequestContext, props: Props): Html {
  const { t, csrf, actor } = context;
  const { inspection, reading } = props;
  if (reading.asOf !== null || inspection.state !== 'under_way' || !mayInspect(actor, inspection))
    return html``;
  const rejected = refusedAt(props, 'ton-tai');
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const by = reading.units.byId.get(inspection.byUnitId);
  const owners = by
    ? reading.units.tree.filter(({ lineage }) => mayBeAsked(by, inspection.ofLineage, lineage))
    : [];
  const place = inspection.subDimension ?? `${inspection.dimension}`;
  return formCard({
    title: t(m.find_title),
    id: 'ghi-ton-tai',
    body: html`<form method="post" action="${inspectionHref(inspection.id)}/ton-tai" novalidate>${csrfInput(csrf)}${textareaField({ label: t(m.find_words), name: 'ton_tai', hint: t(m.find_words_hint), rows: 3, maxlength: 2000, required: true, value: typedText(rejected, 'ton_tai'), error: error('ton_tai') }, t)}${selectField({ label: t(words.content), name: 'noi_dung', value: typedText(rejected, 'noi_dung', place), options: placeOptions(context) }, t)}${textareaField({ label: t(m.find_remedy), name: 'yeu_cau', rows: 2, maxlength: 2000, required: true, value: typedText(rejected, 'yeu_cau'), error: error('yeu_cau') }, t)}${selectField({ label: t(m.find_owner), name: 'don_vi', value: typedText(rejected, 'don_vi', inspection.ofUnitId), options: owners.map(({ id, name }) => ({ value: id, text: name })) }, t)}${dueFields(context, 'tt', rejected, USUAL_DAYS)}${button({ text: t(m.find_save), kind: 'primary' })}</form>`,
  });
}

export function concludeCard(context: RequestContext, props: Props): Html {
  const { t, csrf, actor } = context;
  const { inspection, reading } = props;
  if (reading.asOf !== null || inspection.state !== 'under_way' || !mayInspect(actor, inspection))
    return html``;
  const rejected = refusedAt(props, 'ket-luan');
  return formCard({
    title: t(m.conclude_title),
    id: 'ket-luan',
    body: html`<p>${t(m.conclude_what)}</p><form method="post" action="${inspectionHref(inspection.id)}/ket-luan" enctype="multipart/form-data" novalidate>${csrfInput(csrf)}${textareaField({ label: t(m.conclude_words), name: 'ket_luan', rows: 5, maxlength: 10_000, required: true, value: typedText(rejected, 'ket_luan'), error: problemOf(rejected?.problems, 'ket_luan', t) }, t)}${filesField(context, { label: t(m.conclude_files), hint: t(m.conclude_files_hint) }, rejected)}${button({ text: t(m.conclude_save), kind: 'primary' })}</form>`,
  });
}

/** Moving, announcing, calling off. */
export function arrangeCard(context: RequestContext, props: Props): Html {
  const { t, csrf, actor, today } = context;
  const { inspection, reading } = props;
  if (reading.asOf !== null || inspection.end || inspection.findings > 0 || !mayArrange(actor, inspection))
    return html``;
  const base = inspectionHref(inspection.id);
  const [moving, cancelling] = [refusedAt(props, 'doi-ngay'), refusedAt(props, 'huy')];
  const reason = (act: InspectionAct, rejected: Rejected | undefined) =>
    textareaField(
      {
        label: t(m.reason),
        name: 'ly_do',
        id: `${act}-ly_do`,
        rows: 2,
        maxlength: 2000,
        required: true,
        value: typedText(rejected, 'ly_do'),
        error: problemOf(rejected?.problems, 'ly_do', t),
      },
      t,
    );
  const move = confirmAction({
    summary: t(m.move),
    explain: t(m.move_what),
    action: `${base}/doi-ngay`,
    csrf,
    button: t(m.move),
    open: moving !== undefined,
    fields: html`${dateField({ label: t(m.move_to), name: 'ngay', required: true, value: typedText(moving, 'ngay', formatDate(today)), error: problemOf(moving?.problems, 'ngay', t) }, t)}${reason('doi-ngay', moving)}`,
  });
  const announce =
    inspection.isSecret &&
    confirmAction({
      summary: t(m.announce),
      explain: t(m.announce_what),
      action: `${base}/bao-truoc`,
      csrf,
      button: t(m.announce),
    });
  const cancel = confirmAction({
    summary: t(m.cancel),
    explain: t(m.cancel_what),
    action: `${base}/huy`,
    csrf,
    button: t(m.cancel),
    open: cancelling !== undefined,
    fields: reason('huy', cancelling),
  });
  return formCard({ title: t(m.arrange), id: 'thay-doi', body: html`${move}${announce}${cancel}` });
}

/** A second look at what is still open. */
export function againCard(context: RequestContext, props: Props): Html {
  const { t, csrf, actor, today } = context;
  const { inspection, reading } = props;
  const isOver = inspection.state === 'concluded';
  const may = mayInspect(actor, inspection) && mayMakeFor(actor, { unitId: inspection.byUnitId });
  if (reading.asOf !== null || !isOver || props.open === 0 || !may) return html``;
  const rejected = refusedAt(props, 'tai-kiem-tra');
  return formCard({
    title: t(m.again_title),
    id: 'tai-kiem-tra',
    body: html`<p>${t(m.again_what, { n: props.open })}</p><form method="post" action="${inspectionHref(inspection.id)}/tai-kiem-tra" novalidate>${csrfInput(csrf)}${radioGroup(
      {
        label: t(words.kind),
        name: 'loai',
        value: typedText(rejected, 'loai', 'unannounced'),
        options: KINDS.map((kind) => ({
          value: kind,
          text: t(kindNames[kind]),
          hint: t(m[`kind_${kind}_what`]),
        })),
      },
      t,
    )}${selectField({ label: t(words.form), name: 'hinh_thuc', value: typedText(rejected, 'hinh_thuc', inspection.form), options: FORMS.map((one) => ({ value: one, text: t(formNames[one]) })) }, t)}${dateField({ label: t(m.held_on), name: 'ngay', id: 'lai-ngay', required: true, value: typedText(rejected, 'ngay', formatDate(today)), error: problemOf(rejected?.problems, 'ngay', t) }, t)}${button({ text: t(m.again_save), kind: 'primary' })}</form>`,
  });
}

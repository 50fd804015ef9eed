import { readTail } from './domain/body-tail.ts';
import { type LegalBasis, legalBases } from './domain/citations.ts';
import type { PlanBasis, PlanRecipient } from './plan.ts';

function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[-–—•]\s*/u, '').trim())
    .filter(Boolean);
}

/** A cited document as a row, its citation in the words of the plan or else rebuilt from its parts. */
export function basisOf(cited: LegalBasis, citation?: string): PlanBasis {
  const date = cited.date === null ? '' : ` ngày ${cited.date.split('-').reverse().join('/')}`;
  const issuer = cited.issuer === null ? '' : ` của ${cited.issuer}`;
  return {
    kind: cited.kind.slice(0, 60),
    number: cited.number.slice(0, 60),
    issuedOn: cited.date,
    issuer: cited.issuer?.slice(0, 200) ?? null,
    citation: (citation ?? `${cited.kind} số ${cited.number}${date}${issuer}`).slice(0, 500),
  };
}

/** Legal bases typed one a line; kind, number, date and issuer are read where the line states them. */
export function basesFromLines(text: string): PlanBasis[] {
  return lines(text).map((line) => {
    const cited = legalBases([{ path: '', text: line }])[0];
    if (cited) return basisOf(cited, line);
    return { kind: 'Văn bản', number: null, issuedOn: null, issuer: null, citation: line.slice(0, 500) };
  });
}

/** Recipients typed one a line, sorted into kinds as those of an imported plan are. */
export function recipientsFromLines(text: string): PlanRecipient[] {
  return readTail(['Nơi nhận:', ...lines(text).map((line) => `- ${line}`)]).recipients.map((recipient) => ({
    words: recipient.text.slice(0, 300),
    groupCode: recipient.group,
    purpose: recipient.purpose?.slice(0, 200) ?? null,
  }));
}

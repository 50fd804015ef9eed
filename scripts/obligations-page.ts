import { registerLines } from '../src/modules/disclosure/index.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** docs/obligations.md: every obligation that ships with its grounds of law, for those who check them; in Vietnamese, as the law is. */
export function obligationsPage(note: string): string {
  const lines = registerLines('vi');
  const open = lines.flatMap(({ code, regimes }) =>
    regimes.flatMap(({ isConfirmed, days, note: why }) =>
      isConfirmed ? [] : [`- \`${code}\`, ${days}: ${why}`],
    ),
  );
  const sections = [...new Set(lines.map(({ section }) => section))].map((section) =>
    [`## ${section}`, ...lines.filter((line) => line.section === section).map(chapter)].join('\n\n'),
  );
  return [
    '# Obligations',
    `${note} Files: [reference/obligations](../reference/obligations/README.md). ${lines.length} obligations of communes.`,
    ...sections,
    '## Chưa xác minh',
    'Những căn cứ chưa đọc được nguyên văn; trang của chúng mang nhãn này cho đến khi được xác minh.',
    open.join('\n'),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function chapter(line: ReturnType<typeof registerLines>[number]): string {
  const facts = [
    `\`${line.code}\``,
    `PAPI ${line.papi}`,
    line.when,
    ...(line.officialForm ? [line.officialForm] : []),
    ...(line.web ? [`trên mạng: ${line.web}`] : []),
  ];
  const rows = line.regimes.map(
    ({ days, isConfirmed, basis, due, places }) =>
      `| ${[`${days}${isConfirmed ? '' : ' **(chưa xác minh)**'}`, basis, due, places].map(cell).join(' | ')} |`,
  );
  return [
    `### ${line.name}`,
    line.about,
    facts.join(' · '),
    ['| thời kỳ | căn cứ | hạn | nơi và thời gian |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

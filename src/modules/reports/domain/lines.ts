const NOTHING = /^không (?:có|phát sinh|kiến nghị|đề xuất)(?!\p{L})/iu;

/** What a part lists, a line each, without dashes; "Không có" lists nothing. */
export function listedLines(words: string): string[] {
  return words
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^[-–•]\s+/u, '')
        .trim(),
    )
    .filter((line) => line !== '' && !NOTHING.test(line));
}

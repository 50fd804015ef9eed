import { describe, expect, it } from 'vitest';
import { exampleFileNames, readExampleFile, readExampleTasks } from '../../../../reference/example/index.ts';
import { readDocument } from '../../../kernel/documents/index.ts';
import { interpretAnnex } from './annex.ts';

describe('the annex of the shipped example', () => {
  it.each([exampleFileNames.annexSheet, exampleFileNames.annexWord])(
    '%s: every row lands under the content and the part it was written for',
    async (name) => {
      const content = await readDocument(name, readExampleFile(name));
      const { tasks } = interpretAnnex(content, { planYear: 2024, directory: { units: [], groups: [] } });
      const placed = tasks.map(({ code, dimension, subDimension }) => ({ code, dimension, subDimension }));
      const expected = readExampleTasks().map(({ code, dimension, subDimension }) => ({
        code,
        dimension,
        subDimension,
      }));
      expect(placed).toEqual(expected);
    },
  );
});

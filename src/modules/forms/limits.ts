import { limits } from '../../kernel/limits.ts';

export const formLimits = limits('forms', {
  cells_at_once: {
    value: 20_000,
    unit: 'cells a save',
    reason:
      '104 units fill a table of 13 columns with 1,352 cells; a form of 60 rows and 5 columns for all of them holds 31,200, sent in two',
  },
  forms: {
    value: 300,
    unit: 'forms of a tenant',
    reason:
      'a province with 20 departments asks some hundred; each is looked at when a unit asks what it must fill',
  },
  compiled_kept: {
    value: 300,
    unit: 'compiled forms in memory',
    reason: 'every form of a tenant in its version in force; each takes some 100 KB',
  },
  cells_a_request: {
    value: 5_000,
    unit: 'cells a request of the grid',
    reason: 'a block pasted over 400 rows of 12 columns; more come as a file',
  },
  judged_sheets: {
    value: 1_500,
    unit: 'sheets whose checks an import is told',
    reason:
      '104 units with the twelve forms that ship are 1,248 for a period; half a year of them would make an import twice as long only to be told',
  },
  told_problems: {
    value: 12,
    unit: 'lines above a sheet that was not confirmed',
    reason: 'who left a hundred cells empty needs no list of them',
  },
  file_bytes: {
    value: 5 * 1024 * 1024,
    unit: 'bytes of an uploaded sheet',
    reason: 'a filled sheet of 400 rows is under 100 KB, with pictures that people paste in some MB',
  },
});

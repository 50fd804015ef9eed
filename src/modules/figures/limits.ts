import { limits } from '../../kernel/limits.ts';

export const figureLimits = limits('figures', {
  batch_rows: {
    value: 200_000,
    unit: 'rows a save',
    reason: '104 units with 100 figures for 12 months are 124,800; one transaction holds them',
  },
  api_rows: {
    value: 20_000,
    unit: 'rows a request',
    reason:
      'a department’s software sends its units for a year in one request, and gets an outcome for each row',
  },
  list_rows: {
    value: 50,
    unit: 'figures a page',
    reason: 'a catalogue is searched and filtered; more stands in the download',
  },
  page_rows: {
    value: 500,
    unit: 'rows a page of the API',
    reason: 'one read of a form for a whole district',
  },
  told_checks: {
    value: 200,
    unit: 'checks in an answer',
    reason:
      'a program corrects what it sent by the first ones, errors first; the number of all of them stands beside',
  },
  told_cells: {
    value: 20,
    unit: 'cells',
    reason: 'the audit names the first ones; every cell keeps its own past',
  },
});

/** Addresses of entry. */
export const sheetPath = (unitId: string, periodCode: string, formId: string): string =>
  `/so-lieu/${unitId}/${periodCode}/${formId}`;

export const cellPath = (sheet: string, key: string): string => `${sheet}/o/${key}`;

export const allUnitsPath = (formId: string, periodCode: string): string =>
  `/so-lieu/${formId}/${periodCode}/tat-ca`;

/** Where the browser's program sends cells. */
export const cellsPath = (formId: string, periodCode: string): string => `/so-lieu/${formId}/${periodCode}/o`;

/** The name of a cell's field in a form. */
export const fieldName = (key: string): string => `o.${key}`;

/** The same, where one form holds cells of several units. */
export const unitFieldName = (unitId: string, key: string): string => `o.${unitId}.${key}`;

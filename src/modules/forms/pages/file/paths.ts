/** Where an uploaded workbook is looked at. */
export const filePath = (importId: string): string => `/so-lieu/tep/${importId}`;

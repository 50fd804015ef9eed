/** Known at once, or to the inspecting side alone until its day begins. */
export const KINDS = ['planned', 'unannounced'] as const;
export type InspectionKind = (typeof KINDS)[number];

export const FORMS = ['on_site', 'by_report', 'remote'] as const;
export type InspectionForm = (typeof FORMS)[number];

/** What kind of matter is looked at, in the order people choose from. */
export const FIELDS = ['papi', 'duty', 'procedures', 'one_stop', 'democracy', 'disclosure', 'other'] as const;
export type InspectionField = (typeof FIELDS)[number];

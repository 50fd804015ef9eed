import type { Column } from './declaration.ts';
import type { PersonalRules } from './personal-kinds.ts';
import type { Terms } from './terms.ts';

/** What the guard lets through in files of an obligation: what its declaration asks for openly, and nothing that it says is never public. */
export function personalRulesOf({ fields }: Pick<Terms, 'fields'>): PersonalRules {
  const columns = fields.flatMap((field): readonly Column[] => (field.kind === 'table' ? field.columns : []));
  const isOpen = (kind: Column['kind']): boolean => columns.some((one) => one.kind === kind && !one.personal);
  const personal = [...columns, ...fields].flatMap((one) =>
    'personal' in one && one.personal ? [{ personal: one.personal, label: one.label }] : [],
  );
  return {
    isAboutPeople: personal.length > 0,
    allowsPhones: isOpen('phone'),
    allowsEmails: isOpen('email'),
    neverHeadings: personal
      .filter((one) => one.personal === 'never')
      .flatMap(({ label }) => [label.vi, label.en]),
  };
}

// Until the reducing of personal values is merged: simple fields only, of the same signature.
import type { Content } from './domain/content.ts';
import type { WebShow } from './domain/declaration.ts';
import type { PublicBody } from './domain/public-body.ts';
import type { Terms } from './domain/terms.ts';

export function shownContent(
  terms: Terms,
  content: Content,
  show: WebShow,
  { villages: _ }: { readonly villages: readonly { readonly name: string }[] },
): Pick<PublicBody, 'fields' | 'personal'> {
  const fields: PublicBody['fields'] = terms.fields.flatMap((field) => {
    const value = content.fields[field.key] ?? null;
    const isPersonal = 'personal' in field && field.personal;
    if (field.kind === 'table' || (isPersonal && show !== 'names') || Array.isArray(value)) return [];
    return [{ key: field.key, label: field.label, kind: field.kind, value }];
  });
  const reason = terms.personalOnWeb?.reason;
  return { fields, personal: reason ? { shown: show, reason, figures: [] } : null };
}

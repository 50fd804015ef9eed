import { messages } from '../../../kernel/i18n.ts';

/** What a personal API token opens, within the rights of its owner's posts: `api.scope` of a route is one of these. */
export const API_SCOPES = ['read', 'write'] as const;

export type ApiScope = (typeof API_SCOPES)[number];

export const scopeLabels = messages({
  read: { vi: 'Đọc dữ liệu mà bạn được xem', en: 'Read the data you may see' },
  write: { vi: 'Ghi dữ liệu thay bạn', en: 'Write data in your name' },
} satisfies Record<ApiScope, { vi: string; en: string }>);

export function isApiScope(text: string): text is ApiScope {
  return (API_SCOPES as readonly string[]).includes(text);
}

import type { ApiExample } from '../../../kernel/http/route.ts';

export const postExamples: readonly ApiExample[] = [];
export const getExamples: readonly ApiExample[] = [];

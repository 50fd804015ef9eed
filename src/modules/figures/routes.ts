import type { Route } from '../../kernel/http/route.ts';
import { figuresGet } from './pages/api-get.ts';
import { figuresPost } from './pages/api-post.ts';

export const routes: readonly Route[] = [figuresGet, figuresPost];

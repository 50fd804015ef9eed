/** What each section of the portal is called: one word for one thing, for citizens and for officials. */
export { sectionNames as sectionWords } from '../disclosure/index.ts';

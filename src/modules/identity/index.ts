export { authenticate } from './authenticate.ts';
export { type AddedPerson, addPerson, addPersonInput } from './commands/add-person.ts';
export { changePerson, disablePerson, enablePerson } from './commands/change-person.ts';
export { endPost, endPostInput } from './commands/end-post.ts';
export { grantPost, grantPostInput } from './commands/grant-post.ts';
export { recordLeave } from './commands/record-leave.ts';
export { resetPassword, resetPasswordInput } from './commands/reset-password.ts';
export {
  firstSetUp,
  firstSetUpInput,
  isSetUpNeeded,
  newSetUpCode,
  workingYear,
} from './commands/set-up.ts';
export { makeToken, makeTokenInput, revokeToken } from './commands/tokens.ts';
export { agentLabel } from './domain/agent-label.ts';
export { EXAMPLE_PASSWORD } from './domain/example.ts';
export type { HolderReason } from './domain/holder.ts';
export type { AwayKind } from './domain/leave.ts';
export { isRole, ROLES, type Role } from './domain/roles.ts';
export { API_SCOPES, type ApiScope } from './domain/scopes.ts';
export { identityErrors } from './errors.ts';
export { jobs } from './jobs.ts';
export { hashPassword } from './password-hash.ts';
export { leadsUnit, mayManageSomePeople } from './policy.ts';
export { actorsOf, type KnownActor } from './queries/actors.ts';
export { peopleOfUnits, type UnitPerson } from './queries/colleagues.ts';
export { effectiveHolders, type NamedHolder } from './queries/effective-holders.ts';
export { emailOfPerson, type FoundPerson, personByUsername, personName } from './queries/person.ts';
export { type PostHolder, postHolders } from './queries/post-holders.ts';
export { type ReachablePerson, reachablePeople } from './queries/reachable-people.ts';
export { routes } from './routes.ts';

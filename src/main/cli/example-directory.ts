import { exampleTenant, readExampleGroups, readExampleUnits } from '../../../reference/example/index.ts';
import type { CalendarDate } from '../../kernel/dates.ts';
import type { DryRunInput } from '../../modules/plans/index.ts';

/** The example's units and groups on its day, for reading a plan without a database. */
export function exampleDirectory(): { directory: DryRunInput['directory']; today: CalendarDate } {
  const { today } = exampleTenant;
  const units = readExampleUnits()
    .filter((unit) => unit.validFrom <= today && (unit.validTo === null || today <= unit.validTo))
    .map(({ key, name, shortNames, kind }) => ({ id: key, name, shortNames, kind }));
  const groups = readExampleGroups().map(({ key, name, aliases }) => ({ code: key, name, aliases }));
  return { directory: { units, groups }, today };
}

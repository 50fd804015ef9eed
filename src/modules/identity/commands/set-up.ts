import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { systemActor } from '../../../kernel/authz.ts';
import { calendarDate, vietnamDate, yearOf } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/http/input.ts';
import type { Tenant } from '../../../kernel/tenants.ts';
import { createUnit, createUnitInput, defineTiers, UNIT_KINDS } from '../../units/index.ts';
import { identityErrors } from '../errors.ts';
import { identityEvents } from '../events.ts';
import { m } from '../messages.ts';
import { inputMessages } from '../messages-people.ts';
import { readableSecret, secretHash } from '../secrets.ts';
import { anyPerson } from '../store/people.ts';
import { codeMatches, lockSetUp, markSetUp, readSetUp, storeCode } from '../store/set-up.ts';
import { addPerson } from './add-person.ts';
import { personFields, requiredText, secretText } from './fields.ts';

/**
 * The code that opens `/thiet-lap`, for the console at start: whoever reads the console owns the machine, a stranger who
 * finds the page first does not. A new one each time; `null` when the tenant needs no set-up.
 */
export async function newSetUpCode(tenant: Pick<Tenant, 'db'>): Promise<string | null> {
  return tenant.db.transaction(async (tx) => {
    const { done } = await lockSetUp(tx);
    if (done || (await anyPerson(tx))) return null;
    const code = readableSecret();
    await storeCode(tx, secretHash(code));
    return code;
  });
}

/** True while nobody has an account and the set-up was never finished. */
export async function isSetUpNeeded(db: Db): Promise<boolean> {
  return !(await readSetUp(db)).done && !(await anyPerson(db));
}

/** Whether `code` opens the set-up page now. */
export function setUpCodeFits(db: Db, code: string): Promise<boolean> {
  return codeMatches(db, secretHash(code.trim().toLowerCase()));
}

const tierList = z
  .union([z.string().transform((text) => text.split(/\r?\n/)), z.array(z.string())])
  .transform((names) => [...new Set(names.map((name) => name.normalize('NFC').trim()).filter(Boolean))])
  .refine((names) => names.length >= 1 && names.length <= 20, { params: { message: m.tiersMissing } })
  .refine((names) => names.every((name) => name.length <= 60), { params: { message: m.tierTooLong } });

export const firstSetUpInput = personFields.extend({
  code: requiredText(100).transform((code) => code.toLowerCase()),
  password: secretText,
  passwordAgain: secretText,
  title: requiredText(120),
  unitName: requiredText(300),
  unitKind: z
    .string()
    .optional()
    .transform((kind, issues) => {
      const known = UNIT_KINDS.find((one) => one === kind);
      if (known !== undefined) return known;
      issues.addIssue({ code: 'custom', params: { message: inputMessages.unitKindMissing } });
      return z.NEVER;
    }),
  /** Top first, one a line; the root unit stands in the first. */
  tiers: tierList,
  year: z
    .union([z.string(), z.number()])
    .optional()
    .transform(Number)
    .refine((year) => Number.isInteger(year) && year >= 2000 && year <= 2100, {
      params: { message: inputMessages.yearWrong },
    }),
});

/**
 * Makes the first administrator, the tiers, the root unit and the working year, once: of two visitors at the same moment
 * one wins. Throws set_up_done, set_up_code_wrong, password_refused.
 */
export async function firstSetUp(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof firstSetUpInput>,
): Promise<{ personId: string; unitId: string }> {
  const { code, password, passwordAgain, title, unitName, unitKind, tiers, year, ...names } = parseInput(
    firstSetUpInput,
    input,
  );
  const { done } = await lockSetUp(tx);
  ensure(!done && !(await anyPerson(tx)), identityErrors.set_up_done);
  ensure(await setUpCodeFits(tx, code), identityErrors.set_up_code_wrong);
  if (password !== passwordAgain)
    throw new AppError(identityErrors.password_refused, {}, [
      { field: 'passwordAgain', message: m.passwordsDiffer },
    ]);
  // There is nobody yet who could be allowed to do this: the code stood for the operator of the machine.
  const operator: CommandContext = { ...context, actor: systemActor };
  const today = vietnamDate(context.now);
  await defineTiers(operator, tx, { names: tiers });
  const from = calendarDate(`${Math.min(year, yearOf(today))}-01-01`);
  const unit = await createUnit(
    operator,
    tx,
    createUnitInput.parse({ name: unitName, kind: unitKind, tier: tiers[0], from }),
  );
  const post = { unitId: unit.id, title, role: 'admin' as const, from: today, to: null, acting: false };
  const { personId } = await addPerson(operator, tx, { ...names, password, mustChangePassword: false, post });
  await markSetUp(tx, year, context.now);
  await audit(tx, operator, identityEvents.set_up_done, {
    subject: { type: 'person', id: personId },
    after: { unitId: unit.id, year },
  });
  return { personId, unitId: unit.id };
}

/** The year chosen at set-up; `null` for a tenant made otherwise (the example, the command line). */
export async function workingYear(db: Db): Promise<number | null> {
  return (await readSetUp(db)).workingYear;
}

import { z } from 'zod';
import type { CommandContext } from '../../kernel/audit.ts';
import { systemActor } from '../../kernel/authz.ts';
import { vietnamDate } from '../../kernel/dates.ts';
import { newId } from '../../kernel/ids.ts';
import type { Job } from '../../kernel/jobs.ts';
import type { Tenant } from '../../kernel/tenants.ts';
import { expirePersonal } from './commands/expire-personal.ts';
import { openDueItems } from './commands/open-due-items.ts';
import { remindDisclosure } from './commands/remind.ts';
import { m } from './messages-jobs.ts';

const contextOf = ({ clock }: Tenant): CommandContext => ({
  actor: systemActor,
  now: clock.now(),
  requestId: newId(),
});

// Run by the clock alone: no payload, so nothing to check.
const payload = z.custom<never>();

/** After midnight: names whose last day was yesterday are gone before anybody is awake. */
const expire: Job<never> = {
  name: 'disclosure_expire_personal',
  payload,
  every: '3 0 * * *',
  catchUpMinutes: 1440,
  title: m.job_expire,
  async run(_payload, { tenant }) {
    const context = contextOf(tenant);
    const today = vietnamDate(context.now);
    return { items: await tenant.db.transaction((tx) => expirePersonal(context, tx, today)) };
  },
};

const open: Job<never> = {
  name: 'disclosure_open_items',
  payload,
  every: '12 0 * * *',
  catchUpMinutes: 1440,
  title: m.job_open,
  async run(_payload, { tenant }) {
    const context = contextOf(tenant);
    const today = vietnamDate(context.now);
    return { items: await tenant.db.transaction((tx) => openDueItems(context, tx, today)) };
  },
};

/** Each morning, before people open their digest; days off are left out by the command, which asks the calendar. */
const remind: Job<never> = {
  name: 'disclosure_remind',
  payload,
  every: '10 7 * * *',
  catchUpMinutes: 600,
  title: m.job_remind,
  async run(_payload, { tenant }) {
    const context = contextOf(tenant);
    return { told: await tenant.db.transaction((tx) => remindDisclosure(context, tx)) };
  },
};

export const jobs: readonly Job<never>[] = [expire, open, remind];

import { describe, expect, it } from 'vitest';
import { actorWith } from '../../../test/support/people.ts';
import { systemActor } from '../../kernel/authz.ts';
import { mayKeepIndex } from './policy.ts';

describe('who keeps the published index', () => {
  it('is the standing agency and the administrator of the whole jurisdiction, and the operator of the machine', () => {
    expect(mayKeepIndex(actorWith('standing', ['district', 'office']), null)).toBe(true);
    expect(mayKeepIndex(actorWith('admin', ['district']), null)).toBe(true);
    expect(mayKeepIndex(systemActor, null)).toBe(true);
  });

  it('is no leader, no lead agency, and nobody of a commune', () => {
    expect(mayKeepIndex(actorWith('leader', ['district']), null)).toBe(false);
    expect(mayKeepIndex(actorWith('lead', ['district', 'office']), null)).toBe(false);
    expect(mayKeepIndex(actorWith('standing', ['district', 'commune', 'office']), null)).toBe(false);
    expect(mayKeepIndex(actorWith('member', ['district', 'commune']), null)).toBe(false);
  });
});

import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('configuration', () => {
  it('needs nothing: an empty environment serves this machine only', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', trustProxy: false, logLevel: 'info' });
    expect(config.dataDir).toBe(path.resolve('data'));
    expect(config.databaseUrl).toBeUndefined();
  });

  it('lists all that is wrong at once and says no value, as one may be a secret', () => {
    const wrong = () =>
      readConfig({
        PORT: '70000',
        DATABASE_URL: 'mysql://user:hunter2@host/db',
        METRICS_TOKEN: 'short',
        LOG_LEVEL: 'loud',
        TRUST_PROXY: 'yes',
      });
    expect(wrong).toThrow(ConfigError);
    try {
      wrong();
    } catch (error) {
      const { message } = error as ConfigError;
      for (const name of ['PORT', 'DATABASE_URL', 'METRICS_TOKEN', 'LOG_LEVEL', 'TRUST_PROXY'])
        expect(message).toContain(name);
      expect(message).not.toMatch(/hunter2|short/);
    }
  });

  it('an empty value counts as absent, and the owner is the one user when none other is named', () => {
    const url = 'postgres://app@localhost/danbiet';
    expect(readConfig({ PORT: '', DATABASE_URL: url }).port).toBe(3000);
    expect(readConfig({ DATABASE_URL: url }).databaseOwnerUrl).toBe(url);
    expect(readConfig({ DATABASE_URL: url, DATABASE_OWNER_URL: `${url}2` }).databaseOwnerUrl).toBe(`${url}2`);
  });

  it('takes a role for what is public only beside a server, and only one that is not another’s', () => {
    const url = (role: string) => `postgres://${role}:x@localhost/danbiet`;
    const both = { DATABASE_URL: url('app'), DATABASE_PORTAL_URL: url('portal') };
    expect(readConfig(both).databasePortalUrl).toBe(url('portal'));
    expect(() => readConfig({ DATABASE_PORTAL_URL: url('portal') })).toThrow(/DATABASE_PORTAL_URL/);
    expect(() => readConfig({ ...both, DATABASE_PORTAL_URL: url('app') })).toThrow(/DATABASE_PORTAL_URL/);
    expect(() =>
      readConfig({ ...both, DATABASE_OWNER_URL: url('owner'), DATABASE_PORTAL_URL: url('owner') }),
    ).toThrow(/DATABASE_PORTAL_URL/);
  });

  it('takes a mail server only with a sender and the address that links begin with, and never says its password', () => {
    const mail = {
      SMTP_URL: 'smtp://ten:hunter2@mail.vn:587',
      MAIL_FROM: 'Dân Biết <a@b.vn>',
      PUBLIC_URL: 'https://x.vn',
    };
    expect(readConfig(mail).mail).toEqual({
      url: mail.SMTP_URL,
      from: { name: 'Dân Biết', address: 'a@b.vn' },
    });
    expect(readConfig({}).mail).toBeUndefined();
    for (const wrong of [
      { ...mail, MAIL_FROM: '' },
      { ...mail, PUBLIC_URL: '' },
      { ...mail, MAIL_FROM: 'không phải địa chỉ' },
      { ...mail, SMTP_URL: 'http://ten:hunter2@mail.vn' },
    ]) {
      expect(() => readConfig(wrong)).toThrow(ConfigError);
      expect(() => readConfig(wrong)).not.toThrow(/hunter2/);
    }
  });
});

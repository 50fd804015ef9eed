import { describe, expect, it } from 'vitest';
import { networkOf } from './network.ts';

describe('callers told apart by their address', () => {
  it('are one for all IPv6 addresses of a network, however they are written', () => {
    const one = [
      '2001:db8:0:7::1',
      '2001:DB8:0:7:ffff:1:2:3',
      '2001:0db8:0000:0007::',
      '2001:db8:0:7::1%eth0',
    ].map(networkOf);
    expect(new Set(one)).toEqual(new Set(['2001:db8:0:7::/64']));
    expect(networkOf('2001:db8:0:8::1')).toBe('2001:db8:0:8::/64');
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
    expect(networkOf('fe80::1:2:3:4')).toBe('fe80:0:0:0::/64');
  });

  it('are each IPv4 address by itself, also where it is written as IPv6', () => {
    expect([networkOf('203.0.113.9'), networkOf('::ffff:203.0.113.9')]).toEqual([
      '203.0.113.9',
      '203.0.113.9',
    ]);
    expect(networkOf('203.0.113.9')).not.toBe(networkOf('203.0.113.10'));
  });

  it('are what a proxy wrote, where that is no address', () => {
    expect(networkOf('unknown')).toBe('unknown');
  });
});

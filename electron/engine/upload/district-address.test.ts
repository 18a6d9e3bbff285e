import { describe, expect, it } from 'vitest';
import { districtAddress } from './district-address.ts';

describe('the district’s address', () => {
  it.each([
    ['https://gerai.panderman.go.id', 'https://gerai.panderman.go.id'],
    ['https://gerai.panderman.go.id/', 'https://gerai.panderman.go.id'],
    ['https://GERAI.panderman.go.id:8443/till/', 'https://gerai.panderman.go.id:8443/till'],
    ['https://gerai.panderman.go.id/?a=1#b', 'https://gerai.panderman.go.id'],
    ['http://localhost:4477', 'http://localhost:4477'],
    ['http://127.0.0.1:4477', 'http://127.0.0.1:4477'],
    ['http://[::1]:4477/', 'http://[::1]:4477'],
    ['http://192.168.1.20', 'http://192.168.1.20'],
    ['http://10.8.0.1', 'http://10.8.0.1'],
    ['http://172.31.255.1', 'http://172.31.255.1'],
    ['http://[fd00::1]', 'http://[fd00::1]'],
  ])('takes %s', (text, kept) => {
    expect(districtAddress(text)).toBe(kept);
  });

  it.each([
    'http://gerai.panderman.go.id',
    'http://8.8.8.8',
    'http://172.32.0.1',
    'http://192.169.0.1',
    'http://[2001:db8::1]',
    // A name may lead anywhere, whatever it sounds like.
    'http://localhost.example.id',
    'http://127.0.0.1.example.id',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'https://dinas:rahasia@gerai.panderman.go.id',
  ])('refuses %s', (text) => {
    expect(() => districtAddress(text)).toThrow('district.insecure-address');
  });
});

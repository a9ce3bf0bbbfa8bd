/** Row 46 of security.md 10: which addresses are not called, however they are written and whatever they turn out to be. */
import { expect, test } from 'vitest'
import { addressesOf, checkUrl } from './outgoing-address.ts'

const OUTSIDE = { allowsLoopback: false }
const asked = (text: string) => {
  try {
    return checkUrl(text, OUTSIDE).href
  } catch (refusal) {
    return (refusal as { code?: string }).code
  }
}

test.each([
  'https://receptor.example.org/alertas',
  'https://receptor.example.org:8443/?a=1',
  'https://1.1.1.1/',
  'https://[2606:4700:4700::1111]/',
])('%s is called', (url) => {
  expect(asked(url)).toBe(new URL(url).href)
})

test.each([
  ...['127.0.0.1', '2130706433', '0x7f.1', '0177.0.0.1', '127.1', '①②⑦.⓪.⓪.①', '127。0。0。1', '0.0.0.0', '0'],
  ...[
    '10.0.0.8',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '198.18.0.1',
    '203.0.113.7',
    '224.0.0.1',
    '255.255.255.255',
  ],
  ...[
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[fc00::1]',
    '[fe80::1]',
    '[ff02::1]',
  ],
  ...['[2001:db8::1]', '[2001::1]', '[::127.0.0.1]', '[100::1]', '[64:ff9b:1::a00:1]'],
  ...[
    'localhost',
    'localhost.',
    'LOCALHOST',
    'a.localhost',
    'db.internal',
    'printer.local',
    'intranet',
    'postgres',
    'router.lan',
    'x.home.arpa',
  ],
  ...[
    'user:pw@receptor.example.org',
    'user@receptor.example.org',
    'receptor.example.org:22',
    'receptor.example.org:5432',
    'receptor.example.org:80',
  ],
  ...['vіgia.mx', 'xn--vgia-7va.mx', 'receptor.example.org/#x', ''],
])('row 46: https://%s is not called', (host) => {
  expect(asked(`https://${host}${host.includes('#') ? '' : '/'}`)).toBe('URL_NOT_ALLOWED')
})

test.each([
  'http://receptor.example.org/',
  'ftp://receptor.example.org/',
  'file:///etc/passwd',
  'javascript:1',
  'nothing',
  `https://a.example.org/${'x'.repeat(2_000)}`,
])('row 46: %s is not called', (url) => {
  expect(asked(url)).toBe('URL_NOT_ALLOWED')
})

const BEYOND = 'https://receptor.example.org/'
const leadsTo = (...addresses: string[]) =>
  addressesOf(new URL(BEYOND), { ...OUTSIDE, resolve: async () => addresses }).catch(
    ({ code }: { code: string }) => code,
  )

test('row 46: a name is refused whole where one of its addresses is not of the internet', async () => {
  expect(await leadsTo('1.1.1.1', '2606:4700:4700::1111')).toEqual(['1.1.1.1', '2606:4700:4700::1111'])
  for (const address of [
    '127.0.0.1',
    '::1',
    '10.1.2.3',
    '::ffff:10.1.2.3',
    '169.254.169.254',
    'fe80::1%eth0',
    'nonsense',
  ])
    expect(await leadsTo('1.1.1.1', address)).toBe('URL_NOT_ALLOWED')
  expect(await leadsTo()).toBe('URL_NOT_ALLOWED')
})

test('this machine is called where that was set, and no other machine of the network', async () => {
  const inside = { allowsLoopback: true }
  const refused = { code: 'URL_NOT_ALLOWED' }

  expect(checkUrl('http://127.0.0.1:8080/', inside).port).toBe('8080')
  expect(checkUrl('http://localhost:8080/', inside).port).toBe('8080')
  expect(() => checkUrl('http://10.0.0.8/', inside)).toThrow(expect.objectContaining(refused))
  expect(() => checkUrl('http://receptor.example.org/', inside)).toThrow(expect.objectContaining(refused))
  // A name of the internet that leads to this machine is not this machine.
  await expect(addressesOf(new URL(BEYOND), { ...inside, resolve: async () => ['127.0.0.1'] })).rejects.toMatchObject(
    refused,
  )
})

import { expect, test } from 'vitest'
import { testApp } from '../../support/running/app.ts'

test('above the limit: 429, and when to come back', async () => {
  const limited = await testApp({ env: { RATE_LIMIT: '1' } })
  const answers = []
  for (let i = 0; i < 12; i++) answers.push(await limited.app.inject('/api/health'))
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(10)
  expect(answers[11]?.json()).toMatchObject({ status: 429, code: 'too_many_requests' })
  expect(Number(answers[11]?.headers['retry-after'])).toBeGreaterThan(0)
  await limited.close()
})

test('the limit of an address is that of its line: all of one /64, and of no other', async () => {
  const limited = await testApp({ env: { RATE_LIMIT: '1' } })
  const from = async (remoteAddress: string) =>
    (await limited.app.inject({ url: '/api/health', remoteAddress })).statusCode
  for (let i = 0; i < 10; i++) expect(await from(`2001:db8:1:2::${i + 1}`)).toBe(200)
  expect(await from('2001:db8:1:2:ffff::1')).toBe(429)
  expect(await from('2001:db8:1:3::1')).toBe(200)
  expect(await from('192.0.2.1')).toBe(200)
  await limited.close()
})

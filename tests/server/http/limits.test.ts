import { expect, test } from 'vitest'
import { testApp } from '../../support/running/app.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { peopled } from '../../support/world.ts'

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

test('where one socket serves both families, each IPv4 address is a line of its own', async () => {
  const limited = await testApp({ env: { RATE_LIMIT: '1' } })
  const from = async (remoteAddress: string) =>
    (await limited.app.inject({ url: '/api/health', remoteAddress })).statusCode
  for (let i = 0; i < 10; i++) expect(await from('::ffff:192.0.2.1')).toBe(200)
  expect(await from('::ffff:192.0.2.1')).toBe(429)
  expect(await from('::ffff:192.0.2.2')).toBe(200)
  await limited.close()
})

test('the limit of a person is their own: a colleague behind the same address is answered, and another address lends no more', async () => {
  const limited = await testApp({ env: { RATE_LIMIT: '6' } })
  await peopled(limited.db, limited.config.publicUrl)
  const [cookie, other] = [await signIn(limited.app, 'asso.rhone'), await signIn(limited.app, 'cellule.69')]
  const asks = async (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
    (await limited.app.inject({ url: '/api/me', headers, remoteAddress })).statusCode
  const statuses: number[] = []
  for (let time = 0; time < 7; time += 1) statuses.push(await asks(fromPage(cookie)))
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429])
  expect(await asks(fromPage(cookie), '192.0.2.7')).toBe(429)
  expect(await asks(fromPage(other))).toBe(200)
  await limited.close()
})

test('who guesses at links is slowed down alone: from another line a wrong link is answered as ever', async () => {
  const limited = await testApp({ env: { RATE_LIMIT: '80' } })
  const guess = async (remoteAddress: string) =>
    (await limited.app.inject({ url: `/api/links/${'A'.repeat(64)}`, remoteAddress })).statusCode
  for (const status of [404, 404, 429, 429]) expect(await guess('192.0.2.1')).toBe(status)
  for (const status of [404, 404, 429]) expect(await guess('2001:db8::1')).toBe(status)
  expect(await guess('2001:db8::ffff')).toBe(429)
  expect(await guess('192.0.2.2')).toBe(404)
  await limited.close()
})

test('who tries name after name is slowed down by person, and a colleague at the same desk is not', async () => {
  const limited = await testApp({ env: { RATE_LIMIT: '80' } })
  await peopled(limited.db, limited.config.publicUrl)
  const [cookie, other] = [await signIn(limited.app, 'asso.rhone'), await signIn(limited.app, 'cellule.69')]
  const search = async (headers: Record<string, string>) =>
    (await limited.app.inject({ method: 'POST', url: '/api/search', headers, payload: { q: 'nom' } }))
      .statusCode
  for (const status of [200, 200, 429]) expect(await search(fromPage(cookie))).toBe(status)
  expect(await search(fromPage(other))).toBe(200)
  expect((await limited.app.inject({ url: '/api/me', headers: fromPage(cookie) })).statusCode).toBe(200)
  await limited.close()
})

import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { testApp } from '../../support/running/app.ts'
import { signIn } from '../../support/running/sign-in.ts'
import { peopled } from '../../support/world.ts'

const limited = await forFile(testApp({ env: { RATE_LIMIT: '4' } }))
await peopled(limited.db, limited.config.publicUrl)

it('two persons of one address have a limit each, which follows the person from one address to the next', async () => {
  const cookies = {
    rhone: await signIn(limited.app, 'asso.rhone'),
    paris: await signIn(limited.app, 'asso.paris')
  }
  const asks = async (who: keyof typeof cookies, remoteAddress: string) => {
    const headers = { cookie: cookies[who] }
    return (await limited.app.inject({ url: '/api/me', headers, remoteAddress })).statusCode
  }
  for (let time = 0; time < 4; time += 1) expect(await asks('rhone', '192.0.2.1')).toBe(200)
  expect(await asks('rhone', '192.0.2.1')).toBe(429)
  expect(await asks('rhone', '192.0.2.2')).toBe(429)
  expect(await asks('paris', '192.0.2.1')).toBe(200)
})

it('whoever guesses links is refused, and nobody of another address with them', async () => {
  const guesses = async (remoteAddress: string) =>
    (await limited.app.inject({ url: `/api/links/${'a'.repeat(64)}`, remoteAddress })).statusCode
  expect([await guesses('192.0.2.3'), await guesses('192.0.2.3')]).toEqual([404, 429])
  expect(await guesses('192.0.2.4')).toBe(404)
})

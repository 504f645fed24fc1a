import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { atOnce } from '../../../server/http/lazily.ts'
import { compileAnswersOnce } from '../../../server/http/serialization.ts'
import { validation } from '../../../server/http/validation.ts'
import { testApp } from '../../support/running/app.ts'

const unreadable = { type: 'object', properties: { day: { type: 'no such type' } } }

test('a form that cannot be compiled is found when it is compiled at once, and waits when it is compiled lazily', async () => {
  for (const schema of [{ body: unreadable }, { response: { 200: { $ref: '#/nowhere' } } }]) {
    const started = async (when?: typeof atOnce) => {
      const app = Fastify({ schemaController: validation(when) })
      await compileAnswersOnce(app, when)
      app.post('/', { schema }, async () => ({}))
      await app.ready()
    }
    await expect(started()).resolves.toBeUndefined()
    await expect(started(atOnce)).rejects.toThrow()
  }
})

test('what a form refuses is told with its reasons, the first time and afterwards', async () => {
  const app = Fastify({ schemaController: validation() })
  app.post('/', { schema: { body: { type: 'object', required: ['day'] } } }, async () => 'taken')
  for (const [payload, status] of [
    [{}, 400],
    [{ day: 1 }, 200],
    [{}, 400]
  ] as const) {
    const answer = await app.inject({ method: 'POST', url: '/', payload })
    expect(answer.statusCode).toBe(status)
    if (status === 400)
      expect(answer.json()).toMatchObject({ message: expect.stringContaining("required property 'day'") })
  }
})

test('every form of the application can be compiled', async () => {
  const { close } = await testApp({ compiled: atOnce })
  await close()
})

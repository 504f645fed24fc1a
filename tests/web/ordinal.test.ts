import fastify from 'fastify'
import { expect, test } from 'vitest'
import { demoClockPlugin } from '../../server/demo/desk/clock.page.ts'
import { dateIn as houseDate } from '../../server/views/formats.ts'
import { dateIn } from '../../web/src/lib/ordinal.ts'
import { ordinal } from '../../workflows/vocabulary/ordinal.ts'
import { sources } from '../support/sources.ts'

const first = Date.UTC(2026, 0, 1)
const days = Array.from({ length: 365 }, (_, index) => new Date(first + index * 86_400_000))

test.each(['fr', 'en'] as const)('in %s the pages word a day as the rest of the house does', (locale) => {
  const tag = locale === 'fr' ? 'fr-FR' : 'en-GB'
  const options = { dateStyle: 'long', timeZone: 'UTC' } as const
  const format = new Intl.DateTimeFormat(tag, options)
  for (const day of days) {
    const said = ordinal(format.format(day), locale)
    expect([dateIn(locale, day, options), houseDate(tag, day, options)]).toEqual([said, said])
  }
})

test('a day is written out in one place of the house and one of the pages: none says « 1 décembre »', () => {
  const writing = sources
    .filter(({ text }) => /Intl\.DateTimeFormat\(|toLocaleDateString|toLocaleString\(/.test(text))
    .map(({ path }) => path)
  expect(writing.sort()).toEqual([
    'server/views/formats.ts',
    'web/src/lib/formats.ts',
    // The parts of a clock in a zone, and the days of a computation, each by its rank.
    'workflows/calendar/calendar.ts',
    'workflows/deadlines/explanation.ts'
  ])
})

test('the clock of the demonstration says the first of a month by its rank, in French alone', async () => {
  const app = fastify()
  const at = new Date('2026-12-01T11:00:00Z')
  const clock = { now: () => at, journey: () => null, go: () => undefined, close: async () => undefined }
  await app.register(demoClockPlugin, { clock, publicUrl: 'http://127.0.0.1' })
  const { body } = await app.inject('/demo/horloge')
  await app.close()
  expect(body).toContain('mardi 1er décembre 2026')
  expect(body).toMatch(/Tuesday,? 1 December 2026/)
})

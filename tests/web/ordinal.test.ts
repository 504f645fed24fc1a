import { expect, test } from 'vitest'
import { dateIn } from '../../web/src/lib/ordinal.ts'
import { ordinal } from '../../workflows/vocabulary/ordinal.ts'

const first = Date.UTC(2026, 0, 1)
const days = Array.from({ length: 365 }, (_, index) => new Date(first + index * 86_400_000))

test.each(['fr', 'en'] as const)('in %s the pages word a day as the rest of the house does', (locale) => {
  const tag = locale === 'fr' ? 'fr-FR' : 'en-GB'
  const options = { dateStyle: 'long', timeZone: 'UTC' } as const
  const format = new Intl.DateTimeFormat(tag, options)
  for (const day of days) expect(dateIn(locale, day, options)).toBe(ordinal(format.format(day), locale))
})

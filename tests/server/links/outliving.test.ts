import { expect, it } from 'vitest'
import { firstAnswerDay } from '../../../server/deadlines/answer-day.ts'
import { expiryFrom } from '../../../server/referrals/by-link.ts'
import { territories } from '../../../workflows/calendar/territories.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import { countIn } from '../../../workflows/deadlines/both.ts'
import { durationOf } from '../../../workflows/deadlines/deadlines.ts'
import { kindRow, kinds } from '../../../workflows/referral/kinds/kinds.ts'
import type { ReferralKind } from '../../../workflows/vocabulary/vocabulary.ts'

const answered = (Object.keys(kinds) as ReferralKind[]).filter((kind) => kindRow(kind).byLink)
/** One of each clock: several kinds answer within the same. */
const byLink = [...new Map(answered.map((kind) => [kindRow(kind).answerWithin, kind])).values()]
// Every calendar and clock there is: those of Paris, Alsace and each territory overseas.
const places = territories.filter(({ code, zone }) => zone !== 'Europe/Paris' || ['75', '67'].includes(code))

it('a link outlives the day of its answer, whoever is asked, wherever it is counted, and on whatever day it was sent', () => {
  expect(byLink.length).toBeGreaterThan(2)
  // Each day of a year with every holiday, at an hour at which no two oceans have the same day.
  const days = Array.from(
    { length: 366 },
    (_, n) => new Date(Date.parse('2026-01-01T22:30:00Z') + n * 24 * 3_600_000)
  )
  const late = byLink.flatMap((kind) =>
    days.flatMap((at) => {
      const expires = expiryFrom(at, firstAnswerDay(kind, at, september2026))
      const measure = {
        ...{ code: kindRow(kind).answerWithin, from: at, countedAt: at, sinceMajority: false, stood: [] },
        ...durationOf(kindRow(kind).answerWithin, september2026)
      }
      return places
        .filter(({ code }) => new Date(countIn(measure, code, []).dueAt) >= expires)
        .map(({ code }) => `${kind} ${at.toISOString()} ${code}`)
    })
  )
  expect(late).toEqual([])
}, 120_000)

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { callText, type Waiting } from '../../../server/calls/words.ts'
import { addDays } from '../../../workflows/calendar/calendar.ts'

const now = new Date('2026-11-27T10:00:00Z')
const host = 'mnio.test'

const day = String.raw`(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (1er|\d{1,2}) \p{L}+ \d{4}( \d{1,2} h( \d{2})?)?`
const jour = String.raw`(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? \d{1,2} \p{L}+ \d{4}(, \d{2}:\d{2})?|(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? \p{L}+ \d{1,2}, \d{4}(, \d{2}:\d{2})?`
const number = String.raw`(Plus de |More than )?\d{1,2}`

/** Everything that a mail may say. */
const closedSet = [
  'Bonjour,',
  'Hello,',
  '---',
  String.raw`Une réponse vous est demandée\.`,
  `Une réponse vous est demandée (au plus tard|avant) ${day}\\.`,
  `Une réponse vous est demandée\\. Elle était attendue ${day}\\.`,
  `${number} réponses vous sont demandées\\.`,
  `${number} réponses vous sont demandées, la première (au plus tard|avant) ${day}\\.`,
  `${number} réponses vous sont demandées\\. La première était attendue ${day}\\.`,
  String.raw`Une information nouvelle vous attend\.`,
  `${number} informations nouvelles vous attendent\\.`,
  String.raw`An answer is asked of you\.`,
  `An answer is asked of you (by (${jour}) at the latest|before (${jour}))\\.`,
  `An answer is asked of you\\. It was due on (${jour})\\.`,
  `${number} answers are asked of you\\.`,
  `${number} answers are asked of you, the first (by (${jour}) at the latest|before (${jour}))\\.`,
  `${number} answers are asked of you\\. The first was due on (${jour})\\.`,
  String.raw`One new message waits for you\.`,
  `${number} new messages wait for you\\.`,
  String.raw`Tapez vous-même l’adresse mnio\.test et identifiez-vous\. Ce message ne contient aucun lien personnel et n’en contiendra jamais\.`,
  String.raw`Pour recevoir ces messages autrement, ou ne plus les recevoir : votre compte, « Courriels »\.`,
  String.raw`Type the address mnio\.test yourself and sign in\. This message holds no personal link and never will\.`,
  String.raw`To have these messages otherwise, or not at all: your account, “E-mails”\.`
].map((sentence) => new RegExp(`^${sentence}$`, 'u'))

const count = fc.record({ n: fc.integer({ min: 0, max: 99 }), capped: fc.constant(false) })
const counts = fc.oneof(count, fc.constant({ n: 99, capped: true }))
const due = fc
  .record({
    days: fc.integer({ min: -400, max: 900 }),
    hour: fc.option(fc.constantFrom(9, 18, 23))
  })
  .map(({ days, hour }) => {
    const on = addDays('2026-11-27', days)
    return { on, at: new Date(`${on}T${String(hour ?? 22).padStart(2, '0')}:59:00Z`), hour }
  })
const waitings: fc.Arbitrary<Waiting> = fc.record({ answers: counts, first: fc.option(due), fresh: counts })

it('says nothing outside a closed set of sentences, whatever waits', () => {
  fc.assert(
    fc.property(waitings, (waiting) => {
      for (const said of callText(waiting, { now, host }).split('\n\n'))
        expect(
          closedSet.filter((one) => one.test(said)),
          said
        ).toHaveLength(1)
    }),
    { numRuns: 500 }
  )
})

it('says before when, by the hour where a day does not end it', () => {
  const at = (hour: number | null) =>
    callText(
      {
        answers: { n: 1, capped: false },
        first: { at: new Date('2026-11-30T17:00:00Z'), on: '2026-11-30', hour },
        fresh: { n: 0, capped: false }
      },
      { now, host }
    )
  expect(at(18)).toContain('Une réponse vous est demandée avant lundi 30 novembre 2026 18 h.')
  expect(at(null)).toContain('Une réponse vous est demandée au plus tard lundi 30 novembre 2026.')
})

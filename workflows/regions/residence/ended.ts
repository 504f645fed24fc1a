import type { Answered, Doubting, Leaves, Opening, Recalls } from '../../act/command.ts'
import { permitRuns } from '../../facts/facts.ts'
import { choice, closed, optional } from '../../vocabulary/fields.ts'
import { permitEnds } from './ending.ts'
import { anyNoticeFields, ofNotice, ofHours, ofTwoMonths } from './notice.ts'
import { appealTimes } from './refusal.ts'
import { better, held, on, permitAppeals } from './words.ts'

// The end of a permit that is none of this mechanism. An expiry answers nothing; a renewal refused, or a withdrawal, is a decision
// like any other, which is contested in its time (CJA R421-1, CESEDA L614-1).

export const otherEnded = closed({
  on: on('Le', 'On'),
  because: choice(
    {
      expired: { fr: 'expiré sans suite', en: 'expired without another' },
      refused: { fr: 'renouvellement refusé', en: 'renewal refused' },
      withdrawn: { fr: 'retiré', en: 'withdrawn' }
    },
    { label: { fr: 'Pourquoi le titre prend fin', en: 'Why the permit ends' }, dataClass: 'E' }
  ),
  notifiedOn: optional(on('Décision notifiée à la personne le', 'Person notified of the decision on')),
  appealWithin: optional(
    choice(appealTimes, {
      label: { fr: 'Délai de recours indiqué', en: 'Time to appeal as stated' },
      hint: {
        fr: 'D’un refus de renouvellement ou d’un retrait. Sans réponse, un mois est compté : une obligation de quitter le territoire peut s’y ajouter (L614-1).',
        en: 'Of a renewal refused, or a withdrawal. Unsaid, one month is counted: an obligation to leave may come with it (L614-1).'
      },
      dataClass: 'E'
    })
  ),
  ...anyNoticeFields
})

const [twoMonths, oneMonth, sevenDays, hours] = permitAppeals

type Time = Pick<Opening, 'code' | 'atHour' | 'unlessGiven'> & {
  said: readonly Answered[]
  doubts: readonly Doubting[]
}
const stated = (is: string) => [{ field: 'appealWithin', is }]
const times: readonly Time[] = [
  { code: twoMonths, said: stated('two_months'), ...ofTwoMonths },
  { code: oneMonth, said: stated('one_month'), ...ofNotice },
  { code: sevenDays, said: stated('seven_days'), ...ofNotice },
  { code: hours, said: stated('forty_eight_hours'), ...ofHours },
  {
    ...{ code: oneMonth, said: [], unlessGiven: 'appealWithin' },
    doubts: [{ doubt: 'maybeRefusalAlone' }, ...ofTwoMonths.doubts]
  }
]

/** From the notice; of one that nobody dates, from the day that is recorded, and the letter is to be checked. */
export const endedAppeals: readonly Opening[] = ['refused', 'withdrawn'].flatMap((is) =>
  times.flatMap(({ said, unlessGiven, ...time }): Opening[] => {
    const asked = { ...time, whenInput: [{ field: 'because', is }, ...said] }
    const unstated = unlessGiven === undefined ? {} : { unlessSaid: unlessGiven }
    return [
      { ...asked, ...unstated, startsOn: 'notifiedOn' },
      {
        ...{ ...asked, ...unstated, startsOn: 'on', unlessGiven: 'notifiedOn' },
        doubts: [{ doubt: 'endNotNoticed', unlessGiven: 'notifiedOn' }, ...time.doubts]
      }
    ]
  })
)

type Ended = { on: string; because: 'expired' | 'refused' | 'withdrawn' }

/** Whoever asked for renewal in time waits for the answer, and the permit has reached its own day (R432-2). */
export const renewalGoesOn: Leaves<Ended> = ({ because }, { facts }) =>
  because === 'expired' && facts.renewalAsked

/** It stood behind what was asked for or refused since. */
export const endedBehind: Recalls<Ended> = (facts, { on: ended }, { older, from: { residence } }) => {
  if (older || !permitRuns(facts) || [...held, ...better].some((state) => state === residence)) return {}
  return residence === 'regular_other' ? { permitOverOn: ended } : permitEnds(facts, ended, residence)
}

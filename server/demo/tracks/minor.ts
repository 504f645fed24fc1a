import type { InputOf } from '../../../workflows/case/commands.ts'
import { companion, days, type Script, type Thread } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'

export type MinorEnd =
  | 'concern'
  | 'reported'
  | 'ordered'
  | 'seized'
  | 'measured'
  | 'placed'
  | 'secure'
  | 'common'
  | 'offered'
  | 'sheltered'
  | 'runaway'
  | 'found'
  | 'disputed'

type Zone = InputOf<'place.distanced'>['zone']
type Region = InputOf<'minor.report_prosecutor'>['foundIn']

/** Those who protect a child, by the keys of their organisations; one who is missing leaves its acts out. */
export type Protectors = {
  prosecutor: string | null
  judge: string | null
  guardian: string | null
  /** Where the child was found: not always the département of the flag. */
  foundIn: Region
}

export const protectorsOf = ({ cast, met }: Script): Protectors => ({
  prosecutor: cast.prosecution,
  judge: cast.judge,
  guardian: cast.guardian,
  foundIn: met.flag.territory
})

const concern = { parentsInformed: 'contrary', childHeard: true } as const

/** The report of concern: at once, whatever is known of the age. */
export const reportConcern = (script: Script, from: Hour): Hour => {
  const line = script.thread(from).wait(0.5, 12)
  line.act(companion(script.cast), 'concern.report', {
    ...concern,
    facts: 'Elle dit avoir seize ans ; un homme l’attend devant le foyer.'
  })
  // Who flagged the child itself is not referred what it holds.
  if (script.cast.flagger !== script.cast.childProtection)
    line.wait(1, 20).refer(script.cast.childProtection, 'child_protection', 'accept')
  return line.hour
}

const report = ({ cast }: Script, line: Thread, { foundIn, prosecutor }: Protectors) => {
  line.wait(0.5, 1.5).act(companion(cast), 'minor.report_prosecutor', {
    ...concern,
    foundIn,
    ground: 'grave',
    facts: 'Le danger est immédiat : elle ne peut pas rester où elle est.'
  })
  if (prosecutor) line.wait(1, 6).refer(prosecutor, 'prosecutor', 'accept')
}

const toTheJudge = (line: Thread, { prosecutor, judge, guardian }: Protectors) => {
  line.wait(days(1), days(6)).act(prosecutor, 'judge.seize', (day) => ({ on: day }))
  line.act(prosecutor, 'guardian.name', (day) => ({
    on: day,
    missions: ['criminal', 'protection'],
    reason: 'absent'
  }))
  if (guardian) line.wait(2, 40).refer(guardian, 'ad_hoc_guardian', 'accept')
  if (judge) line.wait(2, 20).refer(judge, 'juvenile_judge', 'accept')
}

const measure = (line: Thread, { judge }: Protectors) =>
  line.wait(days(3), days(11)).act(judge, 'measure.order', (day) => ({
    on: day,
    decision: 'provisional',
    measure: 'placement',
    childHeard: 'heard',
    opinion: 'Elle veut rester loin de la ville, et continuer l’école.'
  }))

const placings = { secure: 'place.secure', common: 'place.common' } as const

const placeFar = ({ cast, chance }: Script, line: Thread, end: MinorEnd) =>
  line.wait(1, 30).act(cast.childProtection, placings[end as 'secure'] ?? 'place.distanced', (day) => ({
    on: day,
    zone: chance.pick<Zone>(['north_west', 'south_west', 'south_east']),
    adhesion: chance.weighted({ agrees: 5, hesitates: 3, against: 1 } as const)
  }))

/** A place of a shelter for minors, offered by child protection; none may be free. */
const shelter = (script: Script, line: Thread, arrives: boolean) => {
  const place = script.book(line.hour, days(3650), { kind: 'minor' })
  if (!place) return
  line.wait(1, 20).act(script.cast.childProtection, 'minor.placement_offer', { placeId: place.placeId })
  if (!arrives) return
  line.wait(1, 20).refer(place.orgKey, 'minor_place', 'accept')
  line.wait(4, 40).act(place.orgKey, 'minor.placement_arrival', (day) => ({ on: day }))
}

const flee = ({ cast, chance }: Script, line: Thread, back: boolean) => {
  line.wait(days(2), days(40)).act(cast.childProtection, 'runaway.report', (day) => ({
    lastSeenOn: day,
    how: chance.pick(['called', 'taken', 'unknown'] as const),
    policeTold: true
  }))
  line.wait(days(5), days(7)).act(cast.childProtection, 'search.review', (day) => ({
    on: day,
    result: chance.weighted({ none: 4, leads: 2, contact: 1 } as const)
  }))
  if (back)
    line.wait(days(1), days(12)).act(cast.childProtection, 'runaway.found', (day) => ({
      on: day,
      how: chance.pick(['returned', 'police', 'association'] as const)
    }))
}

/** A child’s protection, from the first word to where the story leaves it. */
export const protectMinor = (
  script: Script,
  from: Hour,
  { end, by }: { end: MinorEnd; by: Protectors }
): Hour => {
  const line = script.thread(reportConcern(script, from))
  if (end === 'concern') return line.hour
  if (end === 'disputed')
    return line.wait(days(1), days(9)).act(script.cast.childProtection, 'age.dispute', (day) => ({
      on: day,
      doubts: ['told_adult'],
      protectionGoesOn: true
    })).hour
  report(script, line, by)
  if (end === 'reported' || by.prosecutor === null) return line.hour
  line.wait(1, 8).act(by.prosecutor, 'opp.issue', (day) => ({ on: day, distanced: true }))
  if (end === 'ordered') return line.hour
  toTheJudge(line, by)
  if (end === 'seized' || by.judge === null) return line.hour
  measure(line, by)
  if (end === 'measured') return line.hour
  placeFar(script, line, end)
  if (end === 'offered' || end === 'sheltered') shelter(script, line, end === 'sheltered')
  if (end === 'runaway' || end === 'found') flee(script, line, end === 'found')
  return line.hour
}

/** By seventeen she is received, and what will follow is prepared with her. */
export const prepareMajority = ({ cast, thread }: Script, from: Hour): Hour =>
  thread(from)
    .wait(1, 30)
    .act(cast.childProtection, 'majority.prepare', (day) => ({
      on: day,
      prepared: ['permit', 'young_adult', 'consents', 'compensation']
    })).hour

/** Her birthday is known, and near: time does the rest. */
export const comesOfAge = ({ cast, thread }: Script, from: Hour): Hour => {
  const line = thread(from).wait(1, 30)
  // Eighteen years and a little less: the clock ends her protection as a child.
  line.act(cast.childProtection, 'identity.record', (_day, ahead) => ({ birthDate: ahead(-6570) }))
  return line.hour + days(8)
}

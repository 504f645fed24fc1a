import type { ConsentScope } from '../../../workflows/vocabulary/vocabulary.ts'
import { insufficiencies, type groundsElements } from '../../../workflows/vocabulary/words.ts'
import { companion, days, type Script, type Thread } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'

export type Opinion = 'positive' | 'insufficient'

export type Identification = {
  by: 'cell' | 'police'
  opinion: Opinion
  /** Nobody is quicker than the office: some territories answer late. */
  slow?: boolean
  stopAt?: 'flagged' | 'triage' | 'first_voice'
}

const note = 'Ce qui a été vu et dit concorde ; la personne reste libre de ses démarches.'

const reasons = Object.keys(insufficiencies) as (keyof typeof insufficiencies)[]

const founded: (keyof typeof groundsElements)[] = ['recruited', 'vulnerability', 'exploited']

/** Two voices of two institutions, one of them an association's. */
const voices = ({ cast, chance, met }: Script, line: Thread, opinion: Opinion) => {
  const reason = reasons[met.flag.indicators.length % reasons.length]!
  const given = opinion === 'insufficient' ? { reason } : {}
  const rests = opinion === 'positive' ? { elements: founded } : given
  const [one, other] = cast.members
  const [first, second] = chance.pick([
    [cast.cell, one],
    [one, cast.cell],
    [one, other]
  ] as const)
  return {
    first: () => line.act(first, 'grounds.propose', { opinion, ...rests, note }),
    second: () => line.act(second, opinion === 'positive' ? 'grounds.positive' : 'triage.reject', given)
  }
}

/** From the flag to the grounds, or to insufficient elements. Returns the hour at which the cell or the police concluded. */
export const identify = (
  script: Script,
  { by, opinion, slow = false, stopAt }: Identification
): Hour | null => {
  const { cast, met } = script
  const line = script.thread(0)
  if (stopAt === 'flagged') return null
  const pace = slow ? 4 : 1
  if (by === 'police' && cast.police) {
    line.wait(4, 30).act(cast.police, 'grounds.record', (day) => ({
      unit: 'Unité spécialisée',
      on: day,
      occasion: 'operation'
    }))
    nameReferent(script, line)
    // Nobody waited for the cell: it takes note once it has read.
    line.act(cast.cell, 'grounds.reviewed', { view: 'shared' })
    return line.hour
  }
  line
    .wait(met.flag.danger === 'immediate' ? 1 : 4, met.flag.danger === 'immediate' ? 8 : 26 * pace)
    .act(cast.cell, 'triage.start', {})
  nameReferent(script, line)
  if (stopAt === 'triage') return null
  const { first, second } = voices(script, line, opinion)
  line.wait(4, 28 * pace)
  first()
  if (stopAt === 'first_voice') return null
  line.wait(6, 30 * pace)
  second()
  return line.hour
}

const nameReferent = ({ cast }: Script, line: Thread) => {
  if (!cast.toName) return
  const orgKey = cast.toName
  line.wait(0.5, 6).act(cast.cell, 'referent.name', { orgId: `org:${orgKey}` })
  cast.referent = orgKey
}

/** A new element: the same collegial decision again. */
export const review = (script: Script, from: Hour, outcome: Opinion | null): Hour => {
  const { cast, chance } = script
  const line = script.thread(from).wait(days(4), days(25))
  line.act(cast.referent, 'review.request', {
    newElement: 'Un témoin a été retrouvé, et un message conservé.'
  })
  if (!cast.referent || !outcome) return line.hour
  const { first, second } = voices(script, line, outcome)
  line.wait(8, chance.chance(0.8) ? 90 : 160)
  first()
  line.wait(8, 70)
  second()
  return line.hour
}

/** Rights in a language she understands, then what she agrees to. */
export const inform = (
  script: Script,
  from: Hour,
  scopes: readonly ('A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H')[]
): Hour => {
  const { cast, chance, met, adult } = script
  const { language } = met.flag
  const means = chance.weighted<'in_person' | 'video' | 'phone'>({ in_person: 7, video: 1, phone: 2 })
  const interpreter = language !== 'fr'
  const line = script.thread(from).wait(2, 18)
  const who = cast.flagger.startsWith('ase') ? cast.flagger : companion(cast)
  line.act(who, 'person.inform', (day) => ({
    on: day,
    language,
    means,
    interpreter,
    helpWithoutConsent: true
  }))
  if (!adult) return line.hour
  line.wait(6, 70)
  // The cell may write down what she agrees to, but for the sheet that it would read itself.
  const agreed = scopes.filter((scope) => cast.referent || scope !== 'B')
  if (agreed.length > 0)
    line.act(cast.referent ?? cast.cell, 'consent.record', {
      scopes: agreed,
      language,
      means,
      interpreter
    })
  for (const scope of agreed) script.consents.add(scope)
  if (scopes.includes('A') && chance.chance(0.3))
    line
      .wait(1, 20)
      .act(cast.referent, 'identity.record', { name: met.name, contact: 'par le téléphone de l’association' })
  return line.hour
}

/** A year is not let pass: who follows her asks again, and she confirms all that she agreed to. */
export const confirm = (script: Script, from: Hour, until: Hour) => {
  const { cast, chance, met, consents } = script
  const by = cast.referent ?? cast.cell
  const scopes = [...consents].filter((scope) => cast.referent || scope !== 'B')
  for (let at = from + days(chance.whole(300, 330)); at < until && scopes.length > 0; at += days(330))
    script.thread(at).act(by, 'consent.record', {
      scopes: scopes as ConsentScope[],
      language: met.flag.language,
      means: 'in_person',
      interpreter: met.flag.language !== 'fr'
    })
}

/** The police, when it takes part, confirms or does not: neither takes anything away from the person. */
export const formal = (script: Script, from: Hour, outcome: 'yes' | 'no' | null): Hour => {
  const { cast, chance } = script
  const line = script.thread(from).wait(days(1), days(12))
  line.act(cast.referent ?? cast.cell, 'formal.request', (_day, ahead) => ({
    unit: 'Unité spécialisée',
    hearingOn: ahead(chance.whole(5, 20))
  }))
  if (!outcome) return line.hour
  const { investigators } = cast
  // The police that met her holds the case already; another one first accepts to meet her.
  if (cast.police !== investigators) line.wait(8, 60).refer(investigators, 'police', 'accept')
  line.wait(days(4), days(26))
  if (outcome === 'yes')
    line.act(investigators, 'formal.yes', (day) => ({
      unit: 'Unité spécialisée',
      procedureNumber: `P-${chance.whole(1000, 9999)}`,
      on: day
    }))
  else
    line.act(investigators, 'formal.no', {
      unit: 'Unité spécialisée',
      reason: 'Les faits relevés ne suffisent pas à ce jour à la procédure.'
    })
  return line.hour
}

/** A child: the département learns within the day, then her word is heard. */
export const protect = (script: Script, informedAt: Hour | null) => {
  const { cast, chance } = script
  const line = script.thread(0).wait(2, 18)
  const reporter = cast.flagger.startsWith('ase') ? cast.cell : cast.flagger
  line.act(reporter, 'concern.report', {
    parentsInformed: chance.chance(0.9) ? 'contrary' : 'informed',
    facts: 'Une personne qui dit être mineure, ou le paraît, est exploitée.'
  })
  if (informedAt === null || !chance.chance(0.7)) return
  const { language } = script.met.flag
  script
    .thread(Math.max(informedAt, line.hour))
    .wait(days(1), days(15))
    .act(cast.childProtection, 'child.heard', (day) => ({
      on: day,
      language,
      means: 'in_person',
      interpreter: language !== 'fr',
      opinion: 'Souhaite être éloignée et reprendre l’école.'
    }))
}

import { aFlag } from '../../support/world.ts'
import { consentScopes, type DataClass } from '../../../workflows/vocabulary/vocabulary.ts'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { candidatesAt, isNamed, type Candidate } from './candidates.ts'
import { classesOf } from '../classes.ts'
import type { House } from '../house/house.ts'
import { beginning } from '../house/settled.ts'
import { pickOf, type Below, type Json } from './inputs.ts'
import { inviting, type Guest } from './guests.ts'
import { leadTo, persons, type Lead } from './led.ts'
import type { Led } from './plan.ts'
import { beginLife, lifeAt, mark, nameOf, play, type Life, type Marks, type Step } from './play.ts'
import { standingOf } from '../house/standing.ts'
import { tracksDrawn, type Told } from './tracks.ts'

/** What could be done in secret: its name, and the class of what it tells. */
export type Hideable = { name: string; dataClass: DataClass }
/** A life as it was lived, and what could have been done in secret before each of its steps, and after the last. */
export type Script = { steps: Step[]; secrets: Hideable[][] }
/** The script, and the life that it was taken from, still standing in the house, and kept at each step. */
type Lived = Script & { life: Life; marks: Marks }

const how = { language: 'bin', means: 'in_person', interpreter: true }
const today = '2026-05-04'

export const act = (by: string, command: string, input: Json = {}) =>
  ({ type: 'act', by, command, input }) as Step

/** The grounds are found by two people, or by the members of the cell who meet. */
const weighed = (meets: boolean): Step[] =>
  meets
    ? [{ type: 'meeting' }]
    : [
        act('membre.69', 'grounds.propose', { opinion: 'positive', elements: ['harboured'] }),
        act('cellule.69', 'grounds.positive')
      ]

/** The way that most lives go: weighed by the cell, told of her rights, agreeing to all or to some of what is asked. */
export const ordinary = (scopes: readonly string[], meets = false): Step[] => [
  act('cellule.69', 'triage.start'),
  ...weighed(meets),
  act('asso.rhone', 'person.inform', { on: today, ...how, helpWithoutConsent: true }),
  act('asso.rhone', 'consent.record', { scopes, ...how })
]

/** By which the cell concludes. */
const weighing = ['meeting', 'grounds.propose', 'grounds.positive']

const flaggers = ['asso.rhone', 'asso.rhone', 'asso.rhone', 'police.69', 'ofii', 'foyer.azur']

const child = persons.find(({ ageGroup }) => ageGroup === 'minor')!

const flagged = (below: Below, lead: Lead | null, guest: Guest | null): Step & { type: 'flag' } => {
  const pick = pickOf(below)
  const invited = guest && inviting(guest)
  const person = lead?.person ?? (invited?.child ? child : pick(persons))
  return {
    type: 'flag',
    by: invited?.flagged ?? (lead || invited ? 'asso.rhone' : pick(flaggers)),
    input: aFlag({ metOn: beginning.toISOString().slice(0, 10), ...person }) as unknown as Json
  }
}

const everyScope = Object.keys(consentScopes)
const begun = ordinary(everyScope).filter((step) => step.type === 'act')

/** An association goes on with whom another service flagged. */
const named = ({ actors }: House) =>
  act('cellule.69', 'referent.name', { orgId: actors.get('asso.rhone')!.orgId })

/** How a life begins where its guest or its act is to find it so. */
const openingFor = (lead: Lead | null, guest: Guest | null, { house, below }: Drawing): Step[] => {
  const whole = ordinary(everyScope, below(4) === 0)
  const invited = guest && inviting(guest)
  if (!invited) return lead?.begins ? whole : []
  const begun = invited.deliberating ? whole.filter((step) => !weighing.includes(nameOf(step))) : whole
  return invited.flagged ? [named(house), ...begun] : begun
}

/** How a life begins, and what it is led to: its guest, where its act is open, and on along some of the ways that many services know. */
const ledBy = (lead: Lead | null, isChild: boolean, drawing: Drawing) => {
  const { below, told, guest } = drawing
  const track = tracksDrawn(isChild, below, told).map((name): Led => ({ name, input: null }))
  if (!lead && !guest)
    return { opening: below(6) > 0 ? ordinary(scopesDrawn(below), below(4) === 0) : [], track }
  const led = [...(guest ? inviting(guest).led : []), ...(lead?.way ?? [])]
  return {
    opening: openingFor(lead, guest, drawing),
    track: [...led, ...track.slice(0, below(track.length + 1))]
  }
}

const scopesDrawn = (below: Below) => {
  return below(4) > 0 ? everyScope : everyScope.filter(() => below(2) === 0)
}

// Otherwise a life ends as soon as it has begun.
const endings = new Set(['case.close', 'case.close_lost', 'merge.confirm', 'merge.propose', 'identity.erase'])
const dull = new Set([
  'facts.complete',
  'contact.note',
  'identity.record',
  'indicators.add',
  'housing.recontacted'
])

/** Half of the time what has been done least so far, so that rare acts come up; else any. */
const drawn = (candidates: readonly Candidate[], below: Below, told: Told): Candidate | null => {
  const some = candidates.filter(
    ({ name }) => !((endings.has(name) && below(20) > 0) || (dull.has(name) && below(6) > 0))
  )
  if (some.length === 0) return null
  const times = ({ name }: Candidate) => told.get(name) ?? 0
  const fewest = Math.min(...some.map(times))
  return pickOf(below)(below(2) === 0 ? some : some.filter((one) => times(one) === fewest))
}

const tries = 3
const triesWhenLed = 5

type Open = { acts: Candidate[]; answers: Candidate[] }
type Drawing = { house: House; below: Below; told: Told; guest: Guest | null }

/** What is tried at one turn of a life, each time anew: what it is led to, or something of what is open. */
const turnOf = (
  { acts, answers }: Open,
  { led, way }: { led: Step | undefined; way: Led | undefined },
  { below, told }: Pick<Drawing, 'below' | 'told'>
) => {
  if (led) return () => led
  const pick = pickOf(below)
  if (way?.name.startsWith('wait'))
    return (): Step => ({ type: 'wait', days: Number(way.name.split(':')[1] ?? 1) })
  if (way) {
    const likely = [...acts, ...answers].filter((one) => isNamed(one, way.name))
    const given = way.by ? { by: way.by } : {}
    return () =>
      likely.length > 0
        ? ({ ...pick(likely).make(below, way.input ?? undefined), ...given } as Step)
        : undefined
  }
  const group = below(10) < 3 && answers.length > 0 ? answers : acts
  if (below(8) === 0) return (): Step => ({ type: 'wait', days: 1 + below(20) })
  return () => drawn(group, below, told)?.make(below)
}

/** Lives one life through the real application, led to where an act is open: what it refuses was never part of it. */
export const live = async (
  house: House,
  { below, told, guest = null }: { below: Below; told: Told; guest?: Guest | null },
  target: CommandType | null = null
): Promise<Lived> => {
  const life = await beginLife(house)
  const script: Lived = { steps: [], secrets: [], life, marks: [] }
  await mark(life, script.marks)
  const keep = async (step: Step) => {
    script.steps.push(step)
    await mark(life, script.marks)
    told.set(nameOf(step), (told.get(nameOf(step)) ?? 0) + 1)
  }
  // A child's guests are not met on the way of an adult.
  const apart = guest !== null && inviting(guest).child === true
  const lead = target && !apart ? leadTo(target, begun, below) : null
  const begins = flagged(below, lead, guest)
  if (!(await play(life, begins)).done) return script
  await keep(begins)
  script.secrets.push([])
  const { opening, track } = ledBy(lead, begins.input['ageGroup'] === 'minor', {
    house,
    below,
    told,
    guest
  })
  const turns = opening.length + track.length + 1 + below(5)
  const open = async () => {
    const found = candidatesAt(life, await standingOf(house, life.caseId))
    const secrets = [...found.acts, ...found.answers].flatMap(({ name, make }): [string, Hideable][] => {
      const [dataClass] = classesOf(make(() => 0))
      return dataClass ? [[name, { name, dataClass }]] : []
    })
    return { ...found, hideable: [...new Map(secrets).values()] }
  }
  for (let turn = 0; turn < turns; turn += 1) {
    const { acts, answers, hideable } = await open()
    const said = opening.shift()
    const way = said ? undefined : track.shift()
    const next = turnOf({ acts, answers }, { led: said, way }, { below, told })
    for (let attempt = 0; attempt < (way ? triesWhenLed : tries); attempt += 1) {
      const step = next()
      if (!step) break
      if ((await play(life, step)).done) {
        script.secrets.push(hideable)
        await keep(step)
        break
      }
      // What it refuses was never tried.
      Object.assign(life, await lifeAt(script.marks, life.steps))
      if (said) break
    }
  }
  script.secrets.push((await open()).hideable)
  return script
}

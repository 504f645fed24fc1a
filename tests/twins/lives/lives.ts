import type { DataClass } from '../../../workflows/vocabulary/vocabulary.ts'
import type { LocalProtocol } from '../../../workflows/configuration/local/protocol.ts'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { classesOf, movesPlace } from '../classes.ts'
import { logins, type House } from '../house/house.ts'
import { standingOf, type Standing } from '../house/standing.ts'
import { accompaniedBy, begunAs, flagged, opening, ordinary, scopesDrawn, type Whose } from './beginnings.ts'
import { candidatesAt, isNamed, type Candidate } from './candidates.ts'
import { inviting, type Guest } from './guests.ts'
import { pickOf, type Below } from './inputs.ts'
import { leadTo } from './led.ts'
import type { Led } from './plan.ts'
import { beginLife, lifeAt, mark, nameOf, play, type Life, type Marks, type Step } from './play.ts'
import { tracksDrawn, type Told } from './tracks.ts'

/** What could be done in secret: its name, the class of what it tells, and whether it moves where she sleeps. */
export type Hideable = { name: string; dataClass: DataClass; movesPlace: boolean }
/** A life as it was lived, and what could have been done in secret before each of its steps, and after the last. */
export type Script = { steps: Step[]; secrets: Hideable[][] }
/** The script, and the life that it was taken from, still standing in the house, and kept at each step. */
type Lived = Script & { life: Life; marks: Marks }

/** How a life begins, and what it is led to: its guest, where its act is open, and on along some of the ways that many services know. */
const ledBy = (
  begins: Step & { type: 'flag' },
  { lead, invited }: Whose,
  { house, below, told }: Drawing
) => {
  const isChild = begins.input['ageGroup'] === 'minor'
  const track = tracksDrawn(isChild, below, told).map((name): Led => ({ name, input: null }))
  if (!lead && !invited) {
    const begun = () => [
      ...(begins.by === 'asso.rhone' ? [] : [accompaniedBy(house, 'asso.rhone')]),
      ...ordinary({ scopes: scopesDrawn(below), meets: below(4) === 0 })
    ]
    return { opening: below(6) > 0 ? begun() : [], track }
  }
  return {
    opening: opening(house, below, { lead, invited }, begins.by),
    track: [...(invited?.led ?? []), ...(lead?.way ?? []), ...track.slice(0, below(track.length + 1))]
  }
}

// Otherwise a life ends as soon as it has begun.
const endings = new Set(['case.close', 'case.close_lost', 'merge.confirm', 'merge.propose', 'identity.erase'])
const dull = new Set([
  'facts.complete',
  'facts.detail',
  'contact.note',
  'identity.record',
  'indicators.add',
  'housing.recontacted',
  'another'
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
type Drawing = { house: House; below: Below; told: Told }

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

type Whole = { acts: Candidate[]; answers: Candidate[]; hideable: Hideable[] }

const openTo = (life: Life, standing: Standing): Whole => {
  const found = candidatesAt(life, standing)
  const secrets = [...found.acts, ...found.answers].flatMap(({ name, make }): [string, Hideable][] => {
    const step = make(() => 0)
    const [dataClass] = classesOf(step)
    return dataClass ? [[name, { name, dataClass, movesPlace: movesPlace(step) }]] : []
  })
  return { ...found, hideable: [...new Map(secrets).values()] }
}

const takesPart = ({ held }: Standing, { capacity }: Guest) =>
  logins.some((login) => held(login).includes(capacity))

/** `local`: what the place where the person is met has signed. */
type Beginning = { below: Below; told: Told; guest?: Guest | null; local?: LocalProtocol | null }

/** Lives one life through the real application, led to where an act is open: what it refuses was never part of it. */
export const live = async (
  house: House,
  { below, told, guest = null, local = null }: Beginning,
  target: CommandType | null = null
): Promise<Lived> => {
  const life = await beginLife(house, local)
  const script: Lived = { steps: [], secrets: [], life, marks: [] }
  await mark(life, script.marks)
  const keep = async (step: Step) => {
    script.steps.push(step)
    await mark(life, script.marks)
    told.set(nameOf(step), (told.get(nameOf(step)) ?? 0) + 1)
  }
  const invited = guest && inviting(guest)
  const begun = begunAs(invited?.deliberating === true)
  const lead = target && leadTo(target, { begun, below, of: invited?.person ?? null })
  const begins = flagged(below, { lead, invited })
  if (!(await play(life, begins)).done) return script
  await keep(begins)
  script.secrets.push([])
  const { opening, track } = ledBy(begins, { lead, invited }, { house, below, told })
  const turns = opening.length + track.length + 1 + below(5)
  let standing = await standingOf(house, life.caseId)
  for (let turn = 0; turn < turns; turn += 1) {
    const { acts, answers, hideable } = openTo(life, standing)
    const said = opening.shift()
    const way = said ? undefined : track.shift()
    const next = turnOf({ acts, answers }, { led: said, way }, { below, told })
    for (let attempt = 0; attempt < (way ? triesWhenLed : tries); attempt += 1) {
      const step = next()
      if (!step) break
      const { done } = await play(life, step)
      const then = done ? await standingOf(house, life.caseId) : standing
      // Who was invited is not sent away.
      if (done && !(guest && takesPart(standing, guest) && !takesPart(then, guest))) {
        standing = then
        script.secrets.push(hideable)
        await keep(step)
        break
      }
      // What it refuses was never tried.
      Object.assign(life, await lifeAt(script.marks, script.steps.length))
      if (said) break
    }
  }
  script.secrets.push(openTo(life, standing).hideable)
  return script
}

import type { CommandType } from '../../../workflows/case/commands.ts'
import type { LocalProtocol } from '../../../workflows/configuration/local/protocol.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import type { DataClass } from '../../../workflows/vocabulary/vocabulary.ts'
import { classesOf, isBlind } from '../classes.ts'
import { logins, type House } from '../house/house.ts'
import { kindNamed, leadsTo } from './answers.ts'
import { blindTo, partiesTo, restsOn, wasShown, withoutOpened, type Blind } from './blind.ts'
import type { Guest } from './guests.ts'
import { pickOf, type Below } from './inputs.ts'
import { live, type Script } from './lives.ts'
import { hidden as hiddenName, lifeAt, nameOf, play, type Life, type Marks, type Step } from './play.ts'
import { tryingBy, type Trying } from '../attempts/drawn.ts'
import type { Read } from '../readings/reading.ts'
import { readAll, type Refused } from '../readings/readings.ts'
import { choose, hide, hideMore, type Secret, type Tally } from '../secrets.ts'
import { standingOf, type Standing } from '../house/standing.ts'

/** What a hidden step is counted as: itself, and the act that an answer leads to. */
const namesOf = (step: Step): string[] => {
  const led = step.type === 'referral' ? leadsTo({ ...step, kind: kindNamed(step.of) }) : null
  return [nameOf(step), ...(led ? [led] : [])]
}

/** Two lives that differ in what is of these classes alone, and what left the house of each. */
export type Pair = {
  classes: DataClass[]
  secret: string
  hidden: Step[]
  steps: Step[]
  /** Blind to it from the moment of the secret on, with the word for what they are to the case. */
  readers: Map<string, string>
  one: Read
  other: Read
  cut: boolean
  /** What the life with the secret was refused, and the other was not. */
  tried: Step | null
}

export type Told = Map<string, number>

/** Whoever holds a link of both lives, and would see nothing of it once they take part. */
const addLinks = (pair: Pair, seeing: Blind): Pair => {
  const { classes, stood, base } = seeing
  const answered = pair.hidden.flatMap((step) => (step.type === 'referral' ? [`link ${step.of}`] : []))
  for (const [link, capacity] of pair.one.links) {
    const asked = base.sent.filter(({ kind }) => kindRow(kind).capacity === capacity)
    // A link ends with the consent on which it rests.
    const blind =
      !wasShown(seeing, asked) &&
      !restsOn(seeing.hidden, capacity) &&
      [...stood, base].every(({ situation }) => isBlind(classes, [capacity], situation.facts))
    if (blind && pair.other.links.has(link) && !answered.includes(link))
      pair.readers.set(link, `link ${capacity}`)
  }
  return pair
}

type Base = {
  script: Script
  marks: Marks
  read: Read
  refused: Refused
  standing: Standing
  asked: Asked
  trying: Trying | null
}
/** Who is shown pages, and who of those that take no part is asked at all. */
type Asked = { browsing: string[]; strangers: string[] }

/** `trying`: null where nobody tries what stands open. */
type Drawing = {
  below: Below
  told: Told
  trying: Trying | null
  guest?: Guest | null
  local?: LocalProtocol | null
}

export const newBase = async (
  house: House,
  { below, told, trying, guest = null, local = null }: Drawing,
  target: CommandType | null
): Promise<Base> => {
  const { life, marks, ...script } = await live(house, { below, told, guest, local }, target)
  const standing = await standingOf(house, life.caseId)
  const refused: Refused = new Map()
  const taking = logins.filter((login) => standing.held(login).length > 0)
  const asGuest = taking.find((login) => guest && standing.held(login).includes(guest.capacity))
  const browsing = taking.length > 0 ? [asGuest ?? pickOf(below)(taking), pickOf(below)(taking)] : []
  const strangers = logins.filter(() => below(4) === 0)
  const asked = { browsing, strangers }
  const read = await readAll(life, { held: refused, trying, ...asked })
  return { script, marks, refused, standing, asked, trying, read }
}

type Twin = { life: Life; hidden: Step[]; classes: DataClass[]; lived: number; stood: Standing[] }
type Chosen = { secret: Secret; below: Below; tally: Tally }

const otherwise = async (
  house: House,
  { script: { steps }, marks }: Base,
  { at, step, classes }: Secret & { type: 'fact' }
): Promise<Twin | null> => {
  const life = await lifeAt(marks, at)
  const stood: Standing[] = []
  let lived = at
  for (const next of [step, ...steps.slice(at + 1)]) {
    if (!(await play(life, next)).done) break
    stood.push(await standingOf(house, life.caseId))
    lived += 1
  }
  return lived > at ? { life, hidden: [step], classes, lived, stood } : null
}

/** The other life: all that the first has, the secret, and what else of its class can be hidden after it. */
const inSecret = async (
  house: House,
  { script: { steps }, marks }: Base,
  { secret: { at, name }, below, tally }: Chosen
): Promise<Twin | null> => {
  const life = await lifeAt(marks, at)
  const stood = [await standingOf(house, life.caseId)]
  const stand = async () => void stood.push(await standingOf(house, life.caseId))
  const first = await hide(life, stood[0]!, name, below)
  if (!first) return null
  await stand()
  const hidden = [first]
  const classes = classesOf(first)
  for (let lived = at; ; lived += 1) {
    while (below(3) > 0) {
      const more = await hideMore(life, stood.at(-1)!, classes, { below, tally, before: hidden })
      if (!more) break
      hidden.push(more)
      await stand()
    }
    if (lived === steps.length || !(await play(life, steps[lived]!)).done)
      return { life, hidden, classes, lived, stood }
    await stand()
  }
}

type Hiding = { below: Below; tally: Tally; wanted: ReadonlySet<DataClass> }

/** `wanted`: of which classes the secret is to be, where one is open. */
export const twinPair = async (
  house: House,
  base: Base,
  { below, tally, wanted }: Hiding
): Promise<Pair | null> => {
  const secret = choose(base.script, { below, tally, wanted })
  if (!secret) return null
  const count = (of: Map<string, number>, name: string) => void of.set(name, (of.get(name) ?? 0) + 1)
  const twin = await (secret.type === 'fact'
    ? otherwise(house, base, secret)
    : inSecret(house, base, { secret, below, tally }))
  if (!twin) return (count(tally.vain, secret.name), null)
  const { life, hidden, classes, lived, stood } = twin
  const cut = lived < base.script.steps.length
  const made = secret.type === 'fact' ? `act${secret.at}:` : hiddenName
  // A part that the secret itself ended rested on its consent too.
  const held = (login: string) => [...new Set(stood.flatMap((one) => one.held(login)))]
  const parties = partiesTo(house, { steps: hidden, made }, { ...stood.at(-1)!, held }, life)
  const names = [base.marks[lived]!.names, life.names] as const
  const blind = { house, classes, stood, parties, hidden, names }
  const said = {
    classes,
    secret: secret.name,
    hidden,
    steps: base.script.steps.slice(0, lived),
    cut,
    tried: base.script.steps[lived] ?? null
  }
  if (secret.type === 'fact') count(tally.hidden, secret.name)
  else for (const name of hidden.flatMap(namesOf)) count(tally.hidden, name)
  if (!cut) {
    const seeing = { ...blind, base: base.standing }
    const readers = blindTo(seeing, below)
    // Where the secret came last, whoever acts holds the version of before it.
    const last = secret.type === 'act' && secret.at === lived
    const refused: Refused = new Map(
      [...base.refused].map(([login, { command, version }]) => [
        login,
        { command, version: last ? version : undefined }
      ])
    )
    const reading = { readers: [...readers.keys()], held: refused, trying: base.trying, ...base.asked }
    const other = await readAll(life, reading)
    return addLinks({ ...said, readers, one: withoutOpened(base.read, said), other }, seeing)
  }
  const trying = base.trying && tryingBy(base.trying.below, base.trying.tried)
  const other = await readAll(life, { trying, ...base.asked })
  const again = await lifeAt(base.marks, lived)
  const seeing = { ...blind, base: await standingOf(house, again.caseId) }
  const readers = blindTo(seeing, below)
  const one = await readAll(again, { readers: [...readers.keys()], trying, ...base.asked })
  return addLinks({ ...said, readers, one: withoutOpened(one, said), other }, seeing)
}

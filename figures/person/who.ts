import { roles } from '../../policies/actor.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { territories } from '../../workflows/calendar/territories.ts'
import { countries } from '../../workflows/vocabulary/countries.ts'
import { ageBands, channels, sexes } from '../../workflows/vocabulary/words.ts'
import { code, unknown, withUnknown, type IdColumn, type Words } from './column.ts'
import type { Life } from './life.ts'
import { firstOf } from './spans.ts'
import { recognitionOf } from './recognition.ts'
import { zoneFor, zoneWords } from './zones.ts'

const zone = 'Europe/Paris'
/** The nation's figures live by the clock of its capital. */
export const yearOf = (at: string): number => Number(civilDate(at, zone).slice(0, 4))
export const quarterOf = (at: string): string => `q${Math.ceil(Number(civilDate(at, zone).slice(5, 7)) / 3)}`

const places: Words = Object.fromEntries(territories.map(({ code, name }) => [code, { fr: name, en: name }]))

const quarters: Words = {
  q1: { fr: '1er trimestre', en: '1st quarter' },
  q2: { fr: '2e trimestre', en: '2nd quarter' },
  q3: { fr: '3e trimestre', en: '3rd quarter' },
  q4: { fr: '4e trimestre', en: '4th quarter' }
}

const ages: Words = {
  ...ageBands,
  minor: { fr: 'personne mineure, tranche non connue', en: 'minor, band not known' },
  adult: { fr: 'personne majeure, tranche non connue', en: 'adult, band not known' },
  unknown
}

const majority: Words = {
  minor: { fr: 'mineure', en: 'minor' },
  adult: { fr: 'majeure', en: 'adult' },
  unknown
}

/** Of age or not on that day: who came of age since was a child before. Doubt about age is not known, and is no adult. */
const ageAt = (life: Life, at: string | null): string => {
  const { ageGroup } = life.facts
  if (ageGroup !== 'adult') return ageGroup === 'minor' ? 'minor' : 'unknown'
  const ofAge = firstOf(life, 'majority.reached')
  return ofAge !== null && at !== null && at < ofAge ? 'minor' : 'adult'
}

/** The youngest and the oldest that a band holds. */
const limitsOf = (band: string): [number, number] => {
  const [least, most] = band.split(/[-+]/)
  return [Number(least), most ? Number(most) : Infinity]
}

/**
 * By the band of age when flagged and the year in which it began, where both leave no doubt; the year of birth is sealed with the
 * identity. A child when flagged was one when it began.
 */
const ageAtStart = (life: Life): string => {
  if (ageAt(life, life.openedAt) === 'minor') return 'minor'
  const { ageBand, exploitedFrom } = life.facts
  if (!ageBand || !exploitedFrom) return 'unknown'
  const years = yearOf(life.openedAt) - exploitedFrom
  const [least, most] = limitsOf(ageBand)
  if (most - years + 1 < 18) return 'minor'
  return least - years - 1 >= 18 ? 'adult' : 'unknown'
}

const { asylum: _asylum, ...channelWords } = channels
const { ofii: _ofii, ...registrarWords } = roles

const registrar: IdColumn = {
  kind: 'id',
  label: { fr: 'Organisation qui a signalé', en: 'Registering organisation' },
  of: (life) => life.registrar
}

export const who = {
  territory: code(
    { fr: 'Département du signalement', en: 'Département of the flag' },
    withUnknown(places),
    ({ facts, territory }) => facts.met ?? territory
  ),
  found: code(
    { fr: 'Département où la personne a été trouvée', en: 'Département where the person was found' },
    withUnknown(places),
    ({ facts, territory }) => facts.foundIn ?? facts.met ?? territory
  ),
  quarter: code({ fr: 'Trimestre du signalement', en: 'Quarter of the flag' }, quarters, ({ openedAt }) =>
    quarterOf(openedAt)
  ),
  sex: code({ fr: 'Sexe', en: 'Sex' }, sexes, ({ facts }) => facts.sex),
  age: code({ fr: 'Âge', en: 'Age' }, ages, ({ facts: { ageBand, ageGroup } }) => ageBand ?? ageGroup),
  age_at_start: code(
    { fr: 'Au début de l’exploitation', en: 'When exploitation began' },
    majority,
    ageAtStart
  ),
  age_at_registration: code({ fr: 'Au signalement', en: 'When flagged' }, majority, (life) =>
    ageAt(life, life.openedAt)
  ),
  age_at_identification: code(
    { fr: 'À la reconnaissance des motifs raisonnables', en: 'When reasonable grounds were found' },
    { ...majority, none: { fr: 'pas de motifs raisonnables', en: 'no reasonable grounds' } },
    (life) => {
      const at = recognitionOf(life)
      return at === null ? 'none' : ageAt(life, at)
    }
  ),
  age_at_reporting: code({ fr: 'Au moment du compte', en: 'When counted' }, majority, (life) =>
    ageAt(life, null)
  ),
  zone: code({ fr: 'Zone de nationalité', en: 'Nationality zone' }, zoneWords, ({ facts }) =>
    zoneFor(facts.citizenship, facts.nationality)
  ),
  citizenship: code(
    { fr: 'Pays de citoyenneté', en: 'Country of citizenship' },
    withUnknown(countries),
    ({ facts }) => facts.citizenship
  ),
  // What tells of asylum is no word of these: `stat.life_of` says another channel, and of OFII no role.
  channel: code({ fr: 'Canal', en: 'Channel' }, channelWords, ({ facts: { channel } }) =>
    channel === undefined || Object.hasOwn(channelWords, channel) ? channel : 'other'
  ),
  registrar,
  registrar_role: code(
    { fr: 'Qui a signalé', en: 'Who flagged' },
    withUnknown(registrarWords),
    ({ registrarRole }) => registrarRole
  )
}

import type { Facts } from '../workflows/facts/facts.ts'
import type { Capacity } from '../workflows/vocabulary/capacities.ts'
import type { Bilingual } from '../workflows/vocabulary/vocabulary.ts'
import type { Actor } from './actor.ts'

/** Who may say that a danger is less, or correct what is known of somebody whom an association accompanies. */
export const mayLower = ({ role }: Pick<Actor, 'role'>): boolean =>
  role === 'asso' || role === 'child_protection' || role === 'prosecutor'

/** Who may write a birth date by which the protection of a child would soon end. */
export const keepsBirthDates = ({ role }: Pick<Actor, 'role'>): boolean =>
  role === 'child_protection' || role === 'prosecutor' || role === 'juvenile_judge'

/** Who may change what is known of a person's age: it opens protection, and with it her identity, without her consent. */
const ageKeepers: readonly Actor['role'][] = ['asso', 'shelter', 'child_protection']

export const mayChangeAge = ({ role }: Pick<Actor, 'role'>): boolean => ageKeepers.includes(role)

const notYours: Bilingual = {
  fr: 'Seules l’association référente, la structure d’accueil et la protection de l’enfance peuvent changer l’âge connu : il ouvre des informations sans accord.',
  en: 'Only the referring association, the shelter and child protection may change the known age: it opens information without consent.'
}

/** Why this person may not change the age group, or null. */
export const ageChangeRefused = (
  { ageGroup }: Record<string, unknown>,
  facts: Pick<Facts, 'ageGroup'>,
  actor: Pick<Actor, 'role'>
): Bilingual | null =>
  ageGroup !== undefined && ageGroup !== facts.ageGroup && !mayChangeAge(actor) ? notYours : null

type LinkSides = readonly { held: readonly Capacity[] }[]

/** Its own makers take a link between two cases back, and so does the cell that follows both. PostgreSQL asks the same. */
export const mayEndLink = (
  { endedAt, madeOrg }: { endedAt: Date | null; madeOrg: string },
  sides: LinkSides,
  { orgId }: Pick<Actor, 'orgId'>
): boolean => endedAt === null && (madeOrg === orgId || sides.every(({ held }) => held.includes('cell')))

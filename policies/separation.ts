import type { Facts } from '../workflows/facts/facts.ts'
import type { CommandType } from '../workflows/case/commands.ts'
import type { Bilingual } from '../workflows/vocabulary/vocabulary.ts'
import { guards, type Situation } from '../workflows/guards/guards.ts'
import type { Actor } from './actor.ts'
import type { Sight } from './sight.ts'

/** What a second person confirms by each of these acts, and so must read first. */
const confirmed: Partial<Record<CommandType, CommandType>> = {
  'grounds.positive': 'grounds.propose',
  'triage.reject': 'grounds.propose',
  'merge.confirm': 'merge.propose',
  'case.close': 'closing.ask'
}
export const confirms = (command: CommandType): CommandType | null => confirmed[command] ?? null

const sameMerger: Bilingual = {
  fr: 'Vous avez proposé cette fusion : une autre personne doit la confirmer.',
  en: 'You proposed this merge: another person must confirm it.'
}

/** Why this person may not confirm a merge, or null: two people, always (design rule of the mechanism). */
export const mergeRefused = (
  { merging }: Pick<Facts, 'merging'>,
  { personId }: Pick<Actor, 'personId'>
): Bilingual | null => (merging?.personId === personId ? sameMerger : null)

const notAsked: Bilingual = {
  fr: 'Une clôture se fait à deux : qui accompagne la personne la demande, la cellule la valide.',
  en: 'Closing takes two: whoever accompanies the person asks, the cell validates.'
}
const sameAsker: Bilingual = {
  fr: 'Vous avez demandé cette clôture : une autre personne doit la valider.',
  en: 'You asked for this closing: another person must validate it.'
}

/** Why this person may not close the case, or null: one asks, another validates (transition T803). */
export const closingRefused = (
  { closing }: Pick<Facts, 'closing'>,
  { personId }: Pick<Actor, 'personId'>
): Bilingual | null => {
  if (closing === null) return notAsked
  return closing.personId === personId ? sameAsker : null
}

const askedByReferent: Bilingual = {
  fr: 'Une association accompagne la personne : c’est elle qui demande la clôture, avec la personne.',
  en: 'An association accompanies the person: it is the one that asks for the closing, with them.'
}

const consentedWithReferent: Bilingual = {
  fr: 'Une association accompagne la personne : c’est avec elle que les accords sont donnés.',
  en: 'An association accompanies the person: it is with it that consents are given.'
}

/**
 * Acts that the cell does only where nobody accompanies the person: a request to close the case, which the cell
 * itself would validate, and a consent, which would open the file to it.
 */
const leftToReferent: Partial<Record<CommandType, Bilingual>> = {
  'closing.ask': askedByReferent,
  'consent.record': consentedWithReferent
}

/** Why the cell leaves this to whoever accompanies the person, or null. */
export const askingRefused = (
  command: CommandType,
  { role }: Pick<Actor, 'role'>,
  accompanied: boolean
): Bilingual | null => (role === 'cell_secretary' && accompanied ? (leftToReferent[command] ?? null) : null)

/** A person is accompanied by one association. */
const alreadyAccompanied: Bilingual = {
  fr: 'Une association accompagne déjà la personne.',
  en: 'An association already accompanies the person.'
}

/**
 * Why nobody is named to accompany the person now, or null. Whoever is named while a shelter is sought or in use could touch
 * it: it waits, unless the one who could is there no more.
 */
export const namingRefused = (
  told: Situation,
  { accompanied, bereft }: { accompanied: boolean; bereft: boolean }
): Bilingual | null => {
  if (accompanied) return alreadyAccompanied
  const { holds, reason } = guards.notHoused
  return bereft || holds(told) ? null : reason
}

const soughtByReferent: Bilingual = {
  fr: 'Une association accompagne la personne, et une alerte est donnée là où elle dort : c’est elle qui demande un autre accueil, avec la personne.',
  en: 'An association accompanies the person, and an alert is raised where they sleep: it is the one that asks for another shelter, with them.'
}

/**
 * Why this organisation may not ask for another shelter after an alert, or null: while an association accompanies the
 * person, that association asks. Organisations that do not follow the housing read the neutral refusal instead.
 */
export const seekingRefused = (
  { regions }: Situation,
  { held, placed }: Sight,
  accompanied: boolean
): Bilingual | null => {
  const over = regions.housing === 'security_alert' && accompanied
  return over && placed && !held.includes('referent') ? soughtByReferent : null
}

const ownSheet: Bilingual = {
  fr: 'L’accord pour la fiche de la cellule est recueilli par une autre organisation que la cellule.',
  en: 'The consent to the cell’s sheet is taken by another organisation than the cell.'
}

/** Why this person may not write this consent down, or null: the cell does not record what it would read by it. */
export const ownConsentRefused = (
  { scopes }: Record<string, unknown>,
  { role }: Pick<Actor, 'role'>
): Bilingual | null =>
  role === 'cell_secretary' && Array.isArray(scopes) && scopes.includes('B') ? ownSheet : null

const ownVersion: Bilingual = {
  fr: 'Vous avez écrit dans ce brouillon : une autre personne doit le publier.',
  en: 'You wrote in this draft: another person must publish it.'
}

/** Why this person may not publish a version of the configuration, or null: who wrote it does not decide it alone. */
export const publicationRefused = (
  writers: readonly string[],
  { personId }: Pick<Actor, 'personId'>
): Bilingual | null => (writers.includes(personId) ? ownVersion : null)

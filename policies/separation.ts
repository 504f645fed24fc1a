import { seats, type SeatType } from '../workflows/configuration/cell.ts'
import type { Facts } from '../workflows/facts/facts.ts'
import type { CommandType } from '../workflows/case/commands.ts'
import { recusedBecause, type Closeness } from '../workflows/meeting/recusal.ts'
import { quorumRefused, type Quorum } from '../workflows/meeting/quorum.ts'
import type { Bilingual } from '../workflows/vocabulary/vocabulary.ts'
import { guards, type Situation } from '../workflows/guards/guards.ts'
import { isHouseOf, type Actor } from './actor.ts'
import type { Sight } from './sight.ts'

/** What a second person confirms by each of these acts, and so must read first. */
const confirmed: Partial<Record<CommandType, CommandType>> = {
  'grounds.positive': 'grounds.propose',
  'triage.reject': 'grounds.propose',
  'merge.confirm': 'merge.propose',
  'case.close': 'closing.ask'
}
export const confirms = (command: CommandType): CommandType | null => confirmed[command] ?? null

const samePerson: Bilingual = {
  fr: 'Le premier avis est le vôtre : une autre personne, d’une autre institution, doit donner le second.',
  en: 'The first opinion is yours: another person, from another institution, must give the second.'
}
const sameInstitution: Bilingual = {
  fr: 'Le premier avis vient de votre institution : le second doit venir d’une autre.',
  en: 'The first opinion comes from your institution: the second must come from another.'
}
const spoken: Bilingual = {
  fr: 'Votre institution a déjà donné un premier avis : une autre doit donner le second.',
  en: 'Your institution has given a first opinion already: another one must give the second.'
}

/** Two voices are two institutions at the most: a version that asks for more leaves the decision to meetings. */
const needsMeeting = (institutions: number): Bilingual | null =>
  institutions <= 2
    ? null
    : {
        fr: `Il faut ici ${institutions} institutions : deux avis ne suffisent pas. Inscrivez ce dossier à une réunion de la cellule.`,
        en: `Here it takes ${institutions} institutions: two opinions are not enough. Put this case before a meeting of the cell.`
      }

/** Whoever flagged or follows the person may not vote on the case in a meeting, and gives no voice on it between meetings either. */
export const tooClose = (
  actor: Actor,
  close: Closeness,
  { origin }: Pick<Sight, 'origin'>
): Bilingual | null => {
  const recused = recusedBecause(actor, { ...close, origin })
  return (
    recused && {
      fr: `${recused.fr} Une autre institution de la cellule donne cet avis.`,
      en: `${recused.en} Another institution of the cell gives this opinion.`
    }
  )
}

type First = Pick<Facts, 'proposal'>

/** Why this kind of institution does not conclude where the cell in charge says who does, or null. A meeting is another matter: who votes there is its composition. */
export const concludingRefused = (
  { orgType }: Pick<Actor, 'orgType'>,
  { concludes }: { concludes?: readonly SeatType[] }
): Bilingual | null => {
  if (concludes === undefined || (concludes as readonly string[]).includes(orgType)) return null
  const who = { fr: concludes.map((one) => seats[one].fr), en: concludes.map((one) => seats[one].en) }
  return {
    fr: `Entre deux réunions concluent ici : ${who.fr.join(', ')}. Inscrivez ce dossier à une réunion de la cellule.`,
    en: `Between meetings, those who conclude here are: ${who.en.join(', ')}. Put this case before a meeting of the cell.`
  }
}

/** Why this institution may not give a first voice, or null: it gives one. */
export const firstVoiceRefused = ({ proposal }: First, actor: Actor): Bilingual | null =>
  proposal && isHouseOf(actor, proposal.orgId) && proposal.personId !== actor.personId ? spoken : null

/** Why this person may not give the second voice, or null: it comes from another institution. Any two find elements insufficient. */
export const secondVoiceRefused = (
  { proposal }: First,
  actor: Actor,
  { institutions }: Quorum
): Bilingual | null => {
  if (!proposal) return null
  const meeting = needsMeeting(institutions)
  if (meeting) return meeting
  if (proposal.personId === actor.personId) return samePerson
  return isHouseOf(actor, proposal.orgId) ? sameInstitution : null
}

/** To find grounds, the institutions that the version requires must be among the two; the rest of the quorum is a meeting’s. */
export const voicesRefused = ({ proposal }: First, actor: Actor, quorum: Quorum): Bilingual | null =>
  proposal && quorumRefused([proposal, actor], { ...quorum, members: 2 })

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

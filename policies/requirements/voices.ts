import { seats, type SeatType } from '../../workflows/configuration/cell.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import { firstVoices, type Proposal } from '../../workflows/facts/opinions.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import { recusedBecause, type Closeness } from '../../workflows/meeting/recusal.ts'
import { quorumRefused, type Quorum } from '../../workflows/meeting/quorum.ts'
import { guards } from '../../workflows/guards/guards.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { isHouseOf, type Actor } from '../actor.ts'
import type { Sight } from '../sight.ts'

// Between two meetings two voices of two institutions decide on the grounds.

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

type First = Pick<Facts, 'proposal' | 'otherVoices'>
/** Whose voice it is, by which it is known among those that count no more. */
export type Voicing = Pick<Proposal, 'personId' | 'orgId'>

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

/** The cell that counts voices: how many institutions decide, which conclude between meetings, and whose voice fell with their seat. */
type Counting = {
  quorum: Quorum
  concludes?: readonly SeatType[]
  fallen: readonly Voicing[]
}

/** Of the first voices, those that count now: a voice counts for the seat of who gave it, as it stands when it is answered. */
const standing = (facts: First, { concludes, fallen: gone }: Counting): Proposal[] =>
  firstVoices(facts).filter(
    (one) =>
      concludingRefused({ orgType: one.orgType as Actor['orgType'] }, { concludes }) === null &&
      !gone.some(({ personId, orgId }) => personId === one.personId && orgId === one.orgId)
  )

/** What each act says a second time. */
const says: Partial<Record<CommandType, Proposal['opinion']>> = {
  'grounds.positive': 'positive',
  'triage.reject': 'insufficient'
}
export const saysAgain = (command: CommandType): Proposal['opinion'] | null => says[command] ?? null

const agreeing = (command: CommandType) => (one: Proposal) => one.opinion === says[command]
const anothers = (actor: Actor) => (one: Proposal) =>
  one.personId !== actor.personId && !isHouseOf(actor, one.orgId)

/** The first voices to which this act would be the second, the newest first. */
export const answeredBy = (
  command: CommandType,
  facts: First,
  { actor, counting }: { actor: Actor; counting: Counting }
): Proposal[] => standing(facts, counting).filter(agreeing(command)).filter(anothers(actor))

/** Why this institution may not give a first voice, or null: it gives one. */
export const firstVoiceRefused = (facts: First, actor: Actor, counting: Counting): Bilingual | null =>
  standing(facts, counting).some(
    ({ orgId, personId }) => isHouseOf(actor, orgId) && personId !== actor.personId
  )
    ? spoken
    : null

/** Said alike where nobody said so and where whoever did counts no more: why would tell a tie to somebody who may not know whence a case came. */
const missing: Record<Proposal['opinion'], Bilingual> = {
  positive: guards.positiveProposed.reason,
  insufficient: guards.insufficientProposed.reason
}

type Second = { command: CommandType; actor: Actor; counting: Counting }

/** Why this person may not give the second voice, or null: it comes from another institution. Any two find elements insufficient. */
export const secondVoiceRefused = (facts: First, { command, actor, counting }: Second): Bilingual | null => {
  const said = firstVoices(facts).filter(agreeing(command))
  if (said.length === 0) return null
  const meeting = needsMeeting(counting.quorum.institutions)
  if (meeting) return meeting
  if (answeredBy(command, facts, { actor, counting }).length > 0) return null
  const own = standing(facts, counting).filter(agreeing(command))
  if (own.length === 0) return missing[said[0]!.opinion]
  return own.some(({ personId }) => personId === actor.personId) ? samePerson : sameInstitution
}

/** To find grounds, the institutions that the version requires must be among the two; the rest of the quorum is a meeting’s. */
export const voicesRefused = (facts: First, { command, actor, counting }: Second): Bilingual | null => {
  const pairs = answeredBy(command, facts, { actor, counting }).map((one) =>
    quorumRefused([one, actor], { ...counting.quorum, members: 2 })
  )
  return pairs.includes(null) ? null : (pairs[0] ?? null)
}

import type { Facts } from '../workflows/facts.ts'
import type { CommandType } from '../workflows/commands.ts'
import type { Bilingual } from '../workflows/vocabulary.ts'
import type { Actor } from './actor.ts'

/** Acts that conclude a collegial decision: a second person, of a second institution, must do them. */
const secondVoices: readonly CommandType[] = ['grounds.positive', 'triage.reject']

const samePerson: Bilingual = {
  fr: 'La première voix est la vôtre : une autre personne, d’une autre institution, doit donner la seconde.',
  en: 'The first voice is yours: another person, from another institution, must give the second.'
}
const sameInstitution: Bilingual = {
  fr: 'La première voix vient de votre institution : la seconde doit venir d’une autre.',
  en: 'The first voice comes from your institution: the second must come from another.'
}
const noAssociation: Bilingual = {
  fr: 'L’une des deux voix doit être celle d’une association.',
  en: 'One of the two voices must be an association’s.'
}

/**
 * Why this person may not be the second voice, or null. Two people of two institutions, one of them an association,
 * retain the grounds (design rule of the mechanism); two people of two institutions find elements insufficient.
 */
export const secondVoiceRefused = (
  command: CommandType,
  facts: Pick<Facts, 'proposal'>,
  actor: Actor
): Bilingual | null => {
  if (!secondVoices.includes(command) || !facts.proposal) return null
  if (facts.proposal.personId === actor.personId) return samePerson
  if (facts.proposal.orgId === actor.orgId) return sameInstitution
  if (command === 'grounds.positive' && ![facts.proposal.orgType, actor.orgType].includes('association'))
    return noAssociation
  return null
}

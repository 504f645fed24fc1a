import { departmentOf } from '../workflows/configuration/local/place.ts'
import type { SignatorySide } from '../workflows/configuration/local/protocol.ts'
import type { Bilingual } from '../workflows/vocabulary/vocabulary.ts'
import type { Actor } from './actor.ts'

type Who = Pick<Actor, 'role' | 'orgType' | 'territory' | 'accredited'>

const isThere = ({ accredited, territory }: Who, place: string) =>
  accredited && territory !== null && territory === departmentOf(place)

/** The secretariat of the cell prepares the protocol of its own territory, and no other. */
export const preparesProtocol = (who: Who, place: string): boolean =>
  who.role === 'cell_secretary' && who.orgType === 'cell' && isThere(who, place)

const sides: Partial<Record<Actor['role'], { side: SignatorySide; of: Actor['orgType'] }>> = {
  prefecture: { side: 'prefecture', of: 'prefecture' },
  prosecutor: { side: 'prosecution', of: 'prosecution' }
}

/** For which side somebody signs there, or null. Of which court a prosecution is, where it says so, PostgreSQL asks. */
export const signingSide = (who: Who, place: string): SignatorySide | null => {
  const known = sides[who.role]
  return known && who.orgType === known.of && isThere(who, place) ? known.side : null
}

/** A signed protocol is everybody's; one that never was is known where it is prepared and signed. PostgreSQL holds the same. */
export const readsProtocol = (who: Who, { place, signed }: { place: string; signed: boolean }): boolean =>
  signed || preparesProtocol(who, place) || signingSide(who, place) !== null

const ownText: Bilingual = {
  fr: 'Vous avez écrit dans ce protocole : une autre personne le signe.',
  en: 'You wrote in this protocol: another person signs it.'
}
const sideSigned: Bilingual = {
  fr: 'Votre institution a déjà signé : chaque côté signe une fois.',
  en: 'Your institution has signed already: each side signs once.'
}
const personSigned: Bilingual = {
  fr: 'Vous avez déjà signé pour l’autre côté : une autre personne signe pour celui-ci.',
  en: 'You have signed for the other side: another person signs for this one.'
}

type Given = { side: string; personId: string }

/** Why this person may not sign for that side, or null: who wrote does not sign, each side signs once, and two persons do. */
export const signatureRefused = (
  { writers, given }: { writers: readonly string[]; given: readonly Given[] },
  { personId, side }: { personId: string; side: SignatorySide }
): Bilingual | null => {
  if (writers.includes(personId)) return ownText
  if (given.some((one) => one.side === side)) return sideSigned
  return given.some((one) => one.personId === personId) ? personSigned : null
}

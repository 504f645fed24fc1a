import { courtPlace, type Actor } from '../../policies/actor.ts'
import { prosecutedIn } from '../../workflows/facts/facts.ts'
import { juvenileSeatIn, juvenileSeatOf } from '../../workflows/calendar/jurisdictions.ts'
import { guards, type Situation } from '../../workflows/guards/guards.ts'
import type { Route } from '../../workflows/referral/kinds/kind.ts'
import type { PlaceOffer } from '../../workflows/places/places.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { capacitiesOf } from '../cases/store.ts'
import { followedBy } from '../disclosure/referral.ts'
import { placeOfChild } from '../cases/child.place.ts'
import { answering, organisationsIn, organisationsOf, organisationsOfFirst } from '../cases/participation.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { RuleRefused } from '../errors.ts'
import type { Keys } from '../keys.ts'
import { addressIn, externalRecipient } from './by-link.ts'
import { placeOwner } from '../places/owner.ts'

export type Sending = {
  caseId: string
  kind: ReferralKind
  actor: Actor
  situation: Situation
  input: Record<string, unknown>
  at: Date
  version: string
  keys: Keys
  /** Given when a referral is passed on: its new recipient, and where it comes from. */
  to?: { orgId: string; previousId: string; senderOrgId: string; told: Record<string, unknown> }
}

const noRecipient = () =>
  new RuleRefused('no recipient', {
    fr: 'Aucune organisation habilitée ne peut recevoir cette orientation.',
    en: 'No accredited organisation can receive this referral.'
  })

const whichCourt = () =>
  new RuleRefused('which court', {
    fr: 'Plusieurs tribunaux se partagent ce département : dites lequel.',
    en: 'Several courts share this département: say which.'
  })

type House = { id: string; court: string | null; territory: string }

const ofPlaces = `select id, court, territory from organisation
  where type = $1 and territory = any($2::text[]) and status = 'accredited' and ${answering('$3')} order by key`

const housesIn = (tx: Tx, { kind }: Sending, places: readonly string[]) =>
  runQuery<House>(tx, ofPlaces, [kindRow(kind).recipient, places, kind])

type Seat = { place: string; court: string | null }

/** Of the houses of justice of a place, the one of the court; one that names no court has the whole place. */
const houseOf = (all: readonly House[], { place, court }: Seat): string[] => {
  const houses = all.filter(({ territory }) => territory === place)
  const exact = houses.filter((house) => house.court !== null && house.court === court)
  const whole = houses.filter((house) => house.court === null)
  if (exact.length > 0) return exact.map(({ id }) => id)
  if (whole.length === 0 && court === null && houses.length > 1) throw whichCourt()
  const only = court === null ? houses : []
  return (whole.length > 0 ? whole : only).map(({ id }) => id)
}

const named = (court: unknown): string | null => (typeof court === 'string' ? court : null)

/** Whether its sender may know that another prosecution has taken over; the clock may, and whoever hands the file over and leaves. */
const knowsOfJustice = async (tx: Tx, { caseId, actor, situation: { facts } }: Sending) => {
  const held = await capacitiesOf(tx, caseId, actor)
  return held.length === 0 || followedBy(held, facts).prosecution
}

/** The prosecution of the place of the acts, or of where a minor was found; once a JIRS has taken over, that one, for a sender who may know it: the others’ report is passed on. */
const prosecutionOf = async (tx: Tx, sending: Sending): Promise<string[]> => {
  const {
    situation: { facts },
    input
  } = sending
  const { foundIn } = input
  // Who found a child reports to the prosecutor of that place, whoever leads the criminal procedure.
  const house = async (seat: Seat) => houseOf(await housesIn(tx, sending, [seat.place]), seat)
  if (typeof foundIn === 'string') return house({ place: foundIn, court: named(input['court']) })
  if (facts.jirs !== null && (await knowsOfJustice(tx, sending)))
    return organisationsOf(tx, 'jirs', facts.jirs, sending.kind)
  const place = prosecutedIn(facts)
  if (place === null) throw new RuleRefused('the place of the acts is unknown', guards.factsPlaceKnown.reason)
  const court = place === facts.factsTerritory ? facts.court : null
  return house({ place, court })
}

const childOf = ({ caseId, situation: { facts }, input }: Sending) => ({ caseId, facts, input })

/**
 * Child protection of where the child is. Where none is accredited there, that of the place of the case, which then
 * tells the other.
 */
const protectionOf = async (tx: Tx, sending: Sending): Promise<string[]> => {
  const there = await placeOfChild(tx, childOf(sending))
  return organisationsOfFirst(tx, 'ase', [there, sending.situation.facts.territory], sending.kind)
}

/** Those who speak for a child: of the court that names one first, then of where she is, then of the case. */
const guardiansOf = async (tx: Tx, sending: Sending): Promise<string[]> => {
  const { actor, kind, situation } = sending
  const places = [courtPlace(actor), await placeOfChild(tx, childOf(sending)), situation.facts.territory]
  const each = [...new Set(places.flatMap((one) => one ?? []))]
  return (await organisationsIn(tx, kindRow(kind).recipient, each, kind)).flat()
}

/** The juvenile court of the named court, or of where the child is; where none is accredited there, of where she was met. */
const juvenileCourt = async (tx: Tx, sending: Sending): Promise<string[]> => {
  const court = named(sending.input['court'])
  if (court) {
    const place = court.split('.')[0]!
    return houseOf(await housesIn(tx, sending, [place]), { place, court: juvenileSeatOf(court) })
  }
  const [there, met] = [await placeOfChild(tx, childOf(sending)), sending.situation.facts.territory]
  const houses = await housesIn(tx, sending, [there, met])
  const seatIn = (place: string) => houseOf(houses, { place, court: juvenileSeatIn(place) })
  const found = seatIn(there)
  return found.length > 0 ? found : seatIn(met)
}

const ofTerritory = (tx: Tx, { kind, situation }: Sending) =>
  organisationsOf(tx, kindRow(kind).recipient, situation.facts.territory, kind)

const routes: Record<Route, (tx: Tx, sending: Sending) => Promise<(string | null)[]>> = {
  national: (tx, { kind }) => organisationsOf(tx, kindRow(kind).recipient, null, kind),
  territory: ofTerritory,
  factsPlace: prosecutionOf,
  childPlace: protectionOf,
  juvenile: juvenileCourt,
  guardian: guardiansOf,
  placeOwner: async (tx, { kind, input }) => [
    await placeOwner(tx, kind as PlaceOffer, String(input['placeId']))
  ],
  transferTarget: (tx, { situation }) => organisationsOf(tx, 'cell', situation.facts.transfer?.to ?? ''),
  chosen: ofTerritory
}

const found = new WeakMap<Sending, Promise<(string | null)[]>>()

/** Who may receive what is sent: looked for once, however often it is asked of one sending. */
export const candidatesFor = (tx: Tx, sending: Sending): Promise<(string | null)[]> => {
  const known = found.get(sending) ?? routes[kindRow(sending.kind).route](tx, sending)
  found.set(sending, known)
  return known
}

/** The competent recipient, or the one that the sender names among those who may receive this kind. */
export const recipientOf = async (tx: Tx, sending: Sending): Promise<string> => {
  if (sending.to) return sending.to.orgId
  if (addressIn(sending)) return externalRecipient(tx)
  const able = await candidatesFor(tx, sending)
  const named = sending.input['recipientId']
  const recipient = named === undefined ? able[0] : able.find((id) => id === named)
  if (!recipient) throw noRecipient()
  return recipient
}

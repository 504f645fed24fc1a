import { courtPlace, type Actor, type OrgType } from '../../policies/actor.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { commandRow, commandTypes, sentBy, type CommandType } from '../../workflows/case/commands.ts'
import { notesOf, type FieldNotes } from '../../workflows/vocabulary/fields.ts'
import { liveReferralStates } from '../../workflows/referral/machine.ts'
import { kindRow, kinds } from '../../workflows/referral/kinds/kinds.ts'
import { deskCapacity, offerIn, type PlaceKind } from '../../workflows/places/places.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { mayAccompany } from '../cases/habilitations.ts'
import { isStaffed, nobodyReads } from '../cases/staff.ts'
import { offersBeside } from '../directories/offers.ts'
import type { DisclosedCase } from '../disclosure/door.ts'
import { poolOfRole, poolsOf } from '../../policies/pools.ts'
import type { Locale } from '../locale.ts'
import type { Lookups } from '../views/words.ts'

type Choice = { const: string; title: string }
type Listed = Choice & { type: OrgType; place: string | null; staffed: boolean }
type Directory = Partial<Record<OrgType, Listed[]>>

const askedBy = (command: CommandType) => {
  const [kind] = sentBy(command)
  return kind ? kindRow(kind).recipient : null
}

const looksUp = (command: CommandType, ...lists: FieldNotes['lookup'][]) =>
  Object.values(commandRow(command).input.properties).some((one) => lists.includes(notesOf(one)?.lookup))

const asksWho = (command: CommandType) => looksUp(command, 'recipients')

/** Those among whom the sender of a referral chooses, beside the associations that may accompany. */
const chosen: OrgType[] = commandTypes.filter(asksWho).flatMap((command) => askedBy(command) ?? [])

/** Those who speak for a child are named by a court of its own territory too, or where she is. */
const namedElsewhere: readonly string[] = Object.values(kinds)
  .filter(({ route }) => route === 'guardian')
  .map(({ recipient }) => recipient)

const accredited = `select id as const, name as title, type, territory as place, ${isStaffed('organisation.id')} as staffed from organisation
  where status = 'accredited' and (answers is null or $5::text[] is null or answers && $5::text[]) and ((type = any($1::text[]) and territory = $2) or (type = any($3::text[]) and territory = any($4::text[])))
  and (type <> 'association' or not $6 or ${mayAccompany('organisation.id')})
  order by name limit 300`

/** Whoever accompanies the person is named from those that may. */
const namesReferent = (command: CommandType) =>
  commandRow(command).effects.some((effect) => effect.type === 'invite' && effect.who === 'namedReferent')

type Asked = { command: CommandType; territory: string; nearest: readonly string[]; locale: Locale }

/** The accredited organisations that a form lets one choose, each with what it says that it offers: of the first territory, or of all of them in their order. */
const directoryOf = async (tx: Tx, { command, territory, nearest, locale }: Asked): Promise<Directory> => {
  const sent = sentBy(command)
  const values = [
    ['association', ...chosen],
    territory,
    namedElsewhere,
    nearest,
    sent.length > 0 ? sent : null,
    namesReferent(command)
  ]
  const listed = await runQuery<Listed>(tx, accredited, values)
  const offer = await offersBeside(
    tx,
    listed.map((one) => one.const),
    locale
  )
  const rows = listed.map((one) => ({
    ...one,
    title: [one.title, one.staffed ? null : nobodyReads[locale], offer.get(one.const)]
      .filter(Boolean)
      .join(' · ')
  }))
  const farness = ({ type, place }: Listed) =>
    namedElsewhere.includes(type) ? nearest.indexOf(place ?? '') : 0
  return Object.groupBy(
    rows.toSorted((a, b) => farness(a) - farness(b)),
    ({ type }) => type
  )
}

// Of the reader's pool. A structure that has not yet answered one offer for this case is not asked again.
const freePlaces = `select p.id as const, o.name || ' · ' || p.label as title from place p join organisation o on o.id = p.org_id
  where p.kind = $2 and p.out_of_service is null and o.status = 'accredited' and not exists (select from taken_places() t where t.place_id = p.id)
    and not exists (select from referral r where r.case_id = $1 and r.kind = $3 and r.recipient_org_id = p.org_id and r.state = any($4::text[]))
  order by o.name, p.label limit 300`

// Of the reader's own house, in the pool of the one that this person has there.
const ownPlaces = `select p.id as const, p.label as title from place p
  where p.org_id = $2 and p.out_of_service is null and not exists (select from taken_places() t where t.place_id = p.id)
    and p.kind in (select hers.kind from stay s join place hers on hers.id = s.place_id
      where s.case_id = $1 and s.state <> 'ended' and hers.org_id = $2)
  order by p.label limit 300`

const poolFor = (actor: Actor, held: readonly Capacity[]): PlaceKind | null => {
  const pool = poolOfRole(actor.role)
  return pool && held.includes(deskCapacity[pool]) ? pool : null
}

export type CaseLookups = {
  places: Choice[] | null
  own: Choice[] | null
  directory: Directory
  /** The police that a search for the child would be asked of, by name, to who may know where that is. */
  searchers: string[]
  /** Where the child is, to who may know it. */
  childPlace: string | null
}

const namedThere = `select name from organisation where id = any($1::uuid[]) and territory = $2 order by name`

/** Choices that only the database knows, as one act asks for them. */
export const lookupsFor = async (tx: Tx, told: DisclosedCase, command: CommandType): Promise<CaseLookups> => {
  const { id, territory, held, reader } = told
  const { actor } = reader
  const pool = looksUp(command, 'freePlaces') ? poolFor(actor, held) : null
  const owns = looksUp(command, 'ownPlaces') && poolsOf(actor).length > 0
  const chooses = looksUp(command, 'recipients', 'associations')
  const { place: child, searchers } = await told.child(tx)
  const nearest = [courtPlace(actor), child, territory].flatMap((one) => one ?? [])
  const named =
    searchers.length === 0 ? [] : await runQuery<{ name: string }>(tx, namedThere, [searchers, child])
  return {
    places: pool && (await runQuery<Choice>(tx, freePlaces, [id, pool, offerIn[pool], liveReferralStates])),
    own: owns ? await runQuery<Choice>(tx, ownPlaces, [id, actor.orgId]) : null,
    directory: chooses
      ? await directoryOf(tx, { command, territory, nearest: [...new Set(nearest)], locale: reader.locale })
      : {},
    childPlace: child,
    searchers: named.map(({ name }) => name)
  }
}

const titled = (choices: readonly Choice[] = []) =>
  choices.map(({ const: id, title }) => ({ const: id, title }))

/** The lists of one act: whom it may name depends on what it sends. */
export const lookupsOf = (command: CommandType, { places, own, directory }: CaseLookups): Lookups => {
  const recipient = askedBy(command)
  return {
    associations: titled(directory.association),
    ...(places && { freePlaces: places }),
    ...(own && { ownPlaces: own }),
    ...(recipient && { recipients: titled(directory[recipient]) })
  }
}

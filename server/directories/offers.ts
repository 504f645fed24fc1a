import { keepsOffer, offering, offerStaleAfter, readsOffers } from '../../policies/organisations/offers.ts'
import { saysAddress } from '../../policies/organisations/address.ts'
import { addMonths, civilDate } from '../../workflows/calendar/calendar.ts'
import { territories } from '../../workflows/calendar/territories.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { offers, receives, type Offer, type Received } from '../../policies/organisations/offered.ts'
import { languages } from '../../workflows/vocabulary/words.ts'
import { audit } from '../acts/audit.ts'
import type { Gate } from '../acts/command-validation.ts'
import { actOnce, type Keyed } from '../acts/once.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotAllowed, NotFound, wrongField } from '../errors.ts'
import type { Locale } from '../locale.ts'
import { typeLabel } from '../organisations/named.ts'
import type { OfferList } from '../views/organisations/offers.ts'
import type { OrgType } from '../../policies/actor.ts'

export type Language = keyof typeof languages
export type Said = {
  offers: Offer[]
  receives: Received[]
  languages: Language[]
  hours: string
  note: string
}
type Row = Said & { orgId: string; name: string; type: OrgType; territory: string | null; saidOn: string }
export type Sought = { territory?: string; offer?: Offer; language?: Language; receives?: Received }

const columns = `s.org_id as "orgId", o.name, o.type, o.territory, s.offers, s.receives, s.languages, s.hours, s.note,
  s.said_on::text as "saidOn" from service_offer s join organisation o on o.id = s.org_id`

// One that says not whom it receives receives everybody; French is spoken everywhere.
const found = `select ${columns} where o.type = any($1::text[])
    and ($2::text is null or o.territory = $2) and ($3::text is null or $3 = any(s.offers))
    and ($4::text is null or $4 = 'fr' or $4 = any(s.languages))
    and ($5::text is null or s.receives = '{}' or $5 = any(s.receives))
  order by o.territory, o.name, o.id limit 300`
const own = `select ${columns} where s.org_id = $1`

const worded = <K extends string>(words: Record<K, Bilingual>, codes: readonly K[], locale: Locale) =>
  codes.flatMap((code) => (words[code] ? [words[code][locale]] : []))
const choices = (words: Record<string, Bilingual>, locale: Locale) =>
  Object.entries(words).map(([code, word]) => ({ code, label: word[locale] }))

const lineOf = (row: Row, { locale, now }: Pick<Reader, 'locale' | 'now'>): OfferList['items'][number] => ({
  id: row.orgId,
  name: row.name,
  kind: typeLabel(row.type, locale),
  territory: territories.find(({ code }) => code === row.territory)?.name ?? null,
  offers: worded(offers, row.offers, locale),
  receives: worded(receives, row.receives, locale),
  languages: worded(languages, row.languages, locale),
  hours: row.hours,
  note: row.note,
  saidOn: row.saidOn,
  stale: row.saidOn < addMonths(civilDate(now, 'Europe/Paris'), -offerStaleAfter)
})

/** Who offers what in a territory. @throws NotFound for who works on no case. */
export const listOffers = async (tx: Tx, reader: Reader, sought: Sought): Promise<OfferList> => {
  const { actor, locale } = reader
  if (!readsOffers(actor)) throw new NotFound('no directory of services for this reader')
  const { territory, offer, language, receives: received } = sought
  const asked = [offering, territory ?? null, offer ?? null, language ?? null, received ?? null]
  const [rows, [mine]] = await settleAll([
    runQuery<Row>(tx, found, asked),
    runQuery<Row>(tx, own, [actor.orgId])
  ])
  const keeps = keepsOffer(actor)
  const said = mine ?? { offers: [], receives: [], languages: [], hours: '', note: '' }
  return {
    items: rows.map((row) => lineOf(row, reader)),
    own: keeps
      ? {
          ...{ name: actor.orgName, offers: said.offers, receives: said.receives },
          ...{ languages: said.languages, hours: said.hours, note: said.note }
        }
      : null,
    offers: choices(offers, locale),
    receives: choices(receives, locale),
    languages: choices(languages, locale),
    territories: territories.map(({ code, name }) => ({ code, label: `${name} (${code})` }))
  }
}

const shortly = `select s.org_id as id, s.offers, s.languages from service_offer s where s.org_id = any($1::uuid[])`

/** What each of these organisations offers, in a few words, beside its name where one is chosen. */
export const offersBeside = async (
  tx: Tx,
  ids: readonly string[],
  locale: Locale
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await runQuery<{ id: string } & Pick<Said, 'offers' | 'languages'>>(tx, shortly, [ids])
  return new Map(
    rows.map((row) => [
      row.id,
      [...worded(offers, row.offers, locale), ...worded(languages, row.languages, locale)].join(', ')
    ])
  )
}

const address = {
  fr: 'Sans adresse : le service dit lui-même à la personne où venir.',
  en: 'No address: the service itself tells the person where to come.'
}

const trimmed = (said: Said): Said => {
  const each = { ...said, hours: said.hours.trim(), note: said.note.trim() }
  for (const field of ['hours', 'note'] as const)
    if (saysAddress(each[field])) throw wrongField(field, 'address', address)
  if (each.offers.length === 0)
    throw wrongField('offers', 'required', {
      fr: 'Choisissez au moins une aide proposée',
      en: 'Choose at least one kind of help'
    })
  return each
}

const put = `insert into service_offer (org_id, offers, receives, languages, hours, note, said_on, said_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (org_id) do update set offers = $2, receives = $3, languages = $4, hours = $5, note = $6, said_on = $7, said_by = $8`

/** What the actor’s own organisation offers, said anew that day. @throws NotFound @throws NotAllowed @throws InvalidInput */
export const sayOffer = (gate: Gate, by: Keyed, typed: Said) =>
  actOnce(
    gate,
    by,
    { command: 'offer.say', object: 'service_offer', aggregate: 'service_offer', request: typed },
    async (tx, at) => {
      const { actor } = by
      if (!readsOffers(actor)) throw new NotFound('no directory of services for this reader')
      if (!keepsOffer(actor)) throw new NotAllowed('who manages access says what is offered')
      const said = trimmed(typed)
      const today = civilDate(at, 'Europe/Paris')
      const lists = [said.offers, said.receives, said.languages]
      await runQuery(tx, put, [actor.orgId, ...lists, said.hours, said.note, today, actor.personId])
      await audit(tx, actor, at, {
        chain: 'system',
        action: 'offer.say',
        object: `organisation:${actor.orgId}`
      })
    }
  )

import { error } from '@sveltejs/kit'
import type { PublicationView } from '#lib/api.types.ts'
import { get, type Fetch } from '#lib/api.ts'
import { translate, type Locale, type MessageKey } from '#lib/messages.ts'
import { gridOf, rowsOf, tableIn } from './pictures.ts'
import { picturesOf } from './publication.ts'

/** The release that the address asks for; without one, the API gives the newest. */
const askedIn = (url: URL): number | undefined => {
  const asked = url.searchParams.get('publication') ?? ''
  return /^\d{1,6}$/.test(asked) ? Number(asked) : undefined
}

/** Where the same figures are read: by partners, or by anybody. */
type Source = '/api/figures' | '/api/publications'

type Readers = 'public' | 'partner'
/** As whom partners read: as themselves, or as the public does. */
const readersIn = (url: URL): Readers =>
  url.searchParams.get('lecteurs') === 'public' ? 'public' : 'partner'

const read = (fetcher: Fetch, source: Source, url: URL): Promise<PublicationView> =>
  source === '/api/figures'
    ? get(fetcher, source, { query: { release: askedIn(url), audience: readersIn(url) } })
    : get(fetcher, source, { query: { release: askedIn(url) } })

/** The table that counts places, and no persons. */
const ofPlaces = 'accommodation'

type Asking = { fetch: Fetch; url: URL; locale: Locale }

export const readPictures = async (source: Source, { fetch, url, locale }: Asking) => {
  const place = url.searchParams.get('departement') ?? ''
  const words = {
    flagged: translate(locale, 'publication.flagged'),
    grounds: translate(locale, 'publication.grounds'),
    hiddenClosure: translate(locale, 'publication.hiddenClosure')
  }
  const pictures = picturesOf(await read(fetch, source, url), { place, words })
  // In words here: the browser has those alone that its modules name, and these are named by the questions of the page.
  const titleOf = (title: string) => (pictures.territory ? title : translate(locale, title as MessageKey))
  const at = pictures.publication?.placesAt
  const places = at && translate(locale, 'publication.placesAt', { at })
  const cards = pictures.cards.map((card) => ({
    ...{ ...card, title: titleOf(card.title) },
    // Places stand as they are counted; how they stood when the quarter ended is kept nowhere.
    note: card.table === ofPlaces && places ? places : undefined
  }))
  const without = pictures.publication?.leftOut ?? []
  const leftOut =
    without.length === 0 ? null : translate(locale, 'publication.leftOut', { what: without.join(' ; ') })
  return { ...pictures, cards, leftOut, readers: readersIn(url) }
}
export type PicturesRead = Awaited<ReturnType<typeof readPictures>>

/** One table, whole: as a grid where it has two dimensions, as rows otherwise. */
export const readTable = async (source: Source, id: string, { fetch, url, locale }: Asking) => {
  const view = await read(fetch, source, url)
  const table = tableIn(view, id)
  if (!view.publication || !table) error(404, '')
  const total = translate(locale, 'publication.total')
  const files = `${source}/${view.publication.number}/${id}`
  return {
    ...{ label: table.label, note: view.note, publication: view.publication, territory: view.territory },
    heads: table.dimensions.map(({ label }) => label),
    several: table.dimensions.filter((one) => one.several).map(({ label }) => label),
    grid: gridOf(table, total),
    rows: rowsOf(table, total),
    readers: readersIn(url),
    placesAt: id === ofPlaces ? view.publication.placesAt : null,
    // Of one that is not out nothing is taken away.
    files: view.publication.publishedOn === null ? null : files
  }
}
export type TableData = Awaited<ReturnType<typeof readTable>>

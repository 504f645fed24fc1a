import type { SavedView } from '#lib/api.types.ts'
import { t } from '#lib/i18n.ts'
import { listHref, narrowingOf, views, type ListQuery } from './query.ts'

const wordsOf = ({ asked }: SavedView) => Object.fromEntries(asked.map(({ name, value }) => [name, value]))

/** Its view, and what narrows it. */
export const savedLabel = (saved: SavedView): string => {
  const view = views.find((one) => one === wordsOf(saved)['view'])
  return [...(view ? [t(`list.view.${view}`)] : []), saved.label].join(' · ')
}

export const savedHref = (path: string, saved: SavedView) => listHref(path, wordsOf(saved))

/** What is kept of a list: its view and its filters, never a code nor a page of it. */
export const keepable = (query: ListQuery) => ({ view: query.view, ...narrowingOf(query) })

/** Whether this is the list that stands on the page. */
export function isShown(saved: SavedView, query: ListQuery): boolean {
  const [kept, shown] = [wordsOf(saved), keepable(query) as Record<string, string>]
  const fields = new Set([...Object.keys(kept), ...Object.keys(shown)])
  return !query.q && [...fields].every((field) => kept[field] === shown[field])
}

import { expect, it, vi } from 'vitest'
import { sources } from '../../../support/sources.ts'
import { partsOf } from '../pressed/carrying.ts'
import { filled, press, type Action } from '../pressed/pressing.ts'

vi.mock('$app/state', () => ({ page: {} }))

// Where a page leads once something is done: back to what it was done to, or on to what it made; a page that is none, or that of another
// thing, leaves somebody in doubt whether it was done, and they do it again.

/** Pages that lead elsewhere than to themselves, to what they stand under, or to what they have just made there. */
const onward: Record<string, string> = {
  '(app)/configuration/[version]/bascule default': '/configuration/bascules/new',
  '(app)/dossiers/[id] hand': '/equipe',
  '(app)/dossiers/[id]/passer default': '/passages/new',
  '(app)/lieux-de-vie flag': '/signaler/maintenant',
  '(app)/protocoles create': '/protocoles/69-2026-11/preparer',
  '(app)/protocoles/[name]/bascule default': '/configuration/bascules/new',
  '(app)/signaler discard': '/signaler/maintenant',
  '(app)/signaler/[step] back': '/signaler/personne',
  '(app)/signaler/danger default': '/signaler/envoye/new',
  '(app)/signaler/envoye/[[id]] another': '/signaler/relire',
  'lien/[token] renew': '/lien/envoye'
}
/** A flag that is sent or left has tests of its own; whoever accepts an invitation begins at the first page. */
const apart = ['(app)/signaler/[step] send', '(app)/signaler/[step] later', 'invitation/[token] default']

const params: Record<string, string> = {
  ...{ id: 'one', command: 'x', name: '69-2026-11', version: '2026-12', ref: 'act' },
  ...{ token: 'token', step: 'relire' }
}
const routes = '../../../../web/src/routes/'
const modules = import.meta.glob<{ actions?: Record<string, Action> }>(
  '../../../../web/src/routes/**/+page.server.ts',
  { eager: true }
)
const textOf = new Map(sources.map(({ path, text }) => [path, text]))
const pages = sources.flatMap(({ path }) => /^web\/src\/routes\/(.*)\/\+page\.svelte$/.exec(path)?.[1] ?? [])

const addressOf = (page: string) => `/${page}`.replaceAll(/\/\([^)]*\)/g, '')
const filledIn = (page: string) =>
  addressOf(page).replaceAll(/\[+(\w+)\]+/g, (_, name: string) => params[name]!)
/** The page of an address: of two, the one that leaves less open. */
const pageAt = (pathname: string): string | undefined =>
  pages
    .filter((page) =>
      new RegExp(
        `^${addressOf(page)
          .replaceAll(/\/\[\[\w+\]\]/g, '(/[^/]+)?')
          .replaceAll(/\[\w+\]/g, '[^/]+')}$`
      ).test(pathname)
    )
    .toSorted((a, b) => a.split('[').length - b.split('[').length)[0]

/** All that reads the address of a page, as it is written. */
const readerOf = (page: string) =>
  ['+page.server.ts', '+page.svelte']
    .flatMap((file) => [...partsOf(`web/src/routes/${page}/${file}`)])
    .map((path) => textOf.get(path)!)
    .join('\n')

const form = () => {
  const typed = new FormData()
  for (const [name, value] of Object.entries({ ...filled, name: '69-2026-11', version: '2026-12' }))
    typed.set(name, value)
  return typed
}

type Led = { at: string; page: string; to: URL }
const led = (
  await Promise.all(
    Object.entries(modules).flatMap(([file, { actions = {} }]) => {
      const page = file.slice(routes.length, -'/+page.server.ts'.length)
      return Object.entries(actions).map(async ([name, action]): Promise<Led[]> => {
        const { end } = await press(action, { status: 200, form: form() })
        if (!('redirect' in end)) return []
        const to = new URL(end.redirect.replace(/^\/page(?=\?|$)/, filledIn(page)), 'http://localhost')
        return [{ at: `${page} ${name}`, page, to }]
      })
    })
  )
)
  .flat()
  .filter(({ at }) => !apart.includes(at))

it('a page leads to one that there is', () => {
  expect(
    led.filter(({ to }) => pageAt(to.pathname) === undefined).map(({ at, to }) => `${at}: ${to.pathname}`)
  ).toEqual([])
  expect(led.length).toBeGreaterThan(110)
})

it('to itself, to what it stands under, to what it has made, or where it is known to', () => {
  const isNear = ({ page }: Led, pathname: string) => {
    const here = filledIn(page)
    const made =
      pathname.startsWith(`${here}/`) && ['new', '2026-12'].includes(pathname.slice(here.length + 1))
    return here === pathname || here.startsWith(`${pathname}/`) || made
  }
  const wrong = led.filter(({ at, to, ...one }) =>
    at in onward ? onward[at] !== to.pathname : !isNear({ at, to, ...one }, to.pathname)
  )
  expect(wrong.map(({ at, to }) => `${at}: ${to.pathname}`)).toEqual([])
  expect(Object.keys(onward).filter((at) => !led.some((one) => one.at === at))).toEqual([])
})

it('which says what was done, where the address tells it so', () => {
  const unread = led.flatMap(({ at, to }) => {
    const reader = readerOf(pageAt(to.pathname) ?? '')
    return [...to.searchParams.keys()]
      .filter((word) => !new RegExp(`['"\`]${word}['"\`]|\\b${word}:`).test(reader))
      .map((word) => `${at}: ${word}`)
  })
  expect(unread).toEqual([])
})

import type { FastifyRequest } from 'fastify'

export type Locale = 'fr' | 'en'

export const isLocale = (word: string | undefined): word is Locale => word === 'fr' || word === 'en'

/** The `lang` cookie, else the first language of Accept-Language that we speak, else French. */
export function localeOf({ headers }: Pick<FastifyRequest, 'headers'>): Locale {
  const chosen = /(?:^|;\s*)lang=(fr|en)(?:;|$)/.exec(headers.cookie ?? '')?.[1]
  const accepted = headers['accept-language']
    ?.split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find(isLocale)
  return (chosen as Locale | undefined) ?? accepted ?? 'fr'
}

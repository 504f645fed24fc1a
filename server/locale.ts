import type { FastifyRequest } from 'fastify'

export type Locale = 'fr' | 'en'

/** The `lang` cookie, else the first language of Accept-Language that we speak, else French. */
export function localeOf({ headers }: Pick<FastifyRequest, 'headers'>): Locale {
  const chosen = /(?:^|;\s*)lang=(fr|en)(?:;|$)/.exec(headers.cookie ?? '')?.[1]
  const accepted = headers['accept-language']
    ?.split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((language) => language === 'fr' || language === 'en')
  return (chosen ?? accepted ?? 'fr') as Locale
}

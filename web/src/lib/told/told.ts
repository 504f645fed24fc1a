import accessEn from '../../../messages/accessibility/2026-11-28.en.json' with { type: 'json' }
import accessFr from '../../../messages/accessibility/2026-11-28.fr.json' with { type: 'json' }
import dataEn from '../../../messages/told/2026-11-28.en.json' with { type: 'json' }
import dataFr from '../../../messages/told/2026-11-28.fr.json' with { type: 'json' }
import housedEn from '../../../messages/told/2026-11-29.en.json' with { type: 'json' }
import housedFr from '../../../messages/told/2026-11-29.fr.json' with { type: 'json' }
import openedEn from '../../../messages/told/2026-11-30.en.json' with { type: 'json' }
import openedFr from '../../../messages/told/2026-11-30.fr.json' with { type: 'json' }
import { bound } from '../bound.ts'
import { type Locale } from '../messages.ts'

type Section = { id: string; title: string; text: string[]; items?: string[]; after?: string[]; law?: string }
export type Text = {
  title: string
  sentence: string
  notice: { title: string; text: string[] }
  sections: Section[]
}

/** A text by the day from which it is told. One whose day has come is never changed: a new one is put beside it. */
type Versions = Record<string, Record<Locale, Text>>

const texts = {
  data: {
    '2026-11-28': { fr: dataFr, en: dataEn },
    // The SIAO, the 115 and CHRS became readers that one agrees to.
    '2026-11-29': { fr: housedFr, en: housedEn },
    // That everybody is invented is said by the demonstration, above each of its pages: elsewhere it is not so. Who answers
    // for what is kept is said by the installation.
    '2026-11-30': { fr: openedFr, en: openedEn }
  },
  accessibility: { '2026-11-28': { fr: accessFr, en: accessEn } }
} as const satisfies Record<string, Versions>

export type Told = { version: string; text: Text; others: string[] }

type Asked = { locale: Locale; today: string; day?: string | null }

/** The text that is told today, or that of the day asked for; null where none has begun on that day. */
export const toldOn = (name: keyof typeof texts, { locale, today, day = null }: Asked): Told | null => {
  const versions: Versions = texts[name]
  const days = Object.keys(versions)
    .filter((one) => one <= today)
    .toSorted()
  const version = day ?? days.at(-1) ?? ''
  const text = days.includes(version) ? versions[version]![locale] : undefined
  if (!text) return null
  const set = locale === 'fr' ? (JSON.parse(bound(JSON.stringify(text))) as Text) : text
  return { version, text: set, others: days.filter((one) => one !== version) }
}

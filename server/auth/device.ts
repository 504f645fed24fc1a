import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../locale.ts'

type Kind = { names: RegExp; words: Bilingual }

/** Kinds of browsers, the first that fits: most of them also bear the names of those below. */
const browserRows = {
  firefox: { names: /Firefox\/|FxiOS\//, words: { fr: 'Firefox', en: 'Firefox' } },
  edge: { names: /Edg(A|iOS)?\//, words: { fr: 'Edge', en: 'Edge' } },
  opera: { names: /OPR\//, words: { fr: 'Opera', en: 'Opera' } },
  samsung: { names: /SamsungBrowser\//, words: { fr: 'Samsung Internet', en: 'Samsung Internet' } },
  chrome: { names: /Chrom(e|ium)\/|CriOS\//, words: { fr: 'Chrome', en: 'Chrome' } },
  safari: { names: /Safari\//, words: { fr: 'Safari', en: 'Safari' } },
  other: { names: /(?:)/, words: { fr: 'Autre navigateur', en: 'Other browser' } }
} as const satisfies Record<string, Kind>

const systemRows = {
  android: { names: /Android/, words: { fr: 'sur Android', en: 'on Android' } },
  ios: { names: /iPhone|iPad/, words: { fr: 'sur iPhone ou iPad', en: 'on iPhone or iPad' } },
  windows: { names: /Windows/, words: { fr: 'sur Windows', en: 'on Windows' } },
  mac: { names: /Macintosh/, words: { fr: 'sur Mac', en: 'on Mac' } },
  chromeos: { names: /CrOS/, words: { fr: 'sur ChromeOS', en: 'on ChromeOS' } },
  linux: { names: /Linux/, words: { fr: 'sur Linux', en: 'on Linux' } },
  other: { names: /(?:)/, words: { fr: 'sur un autre appareil', en: 'on another device' } }
} as const satisfies Record<string, Kind>

export type BrowserKind = keyof typeof browserRows
export type SystemKind = keyof typeof systemRows
export type Device = { browser: BrowserKind | null; system: SystemKind | null }

export const browserKinds = Object.keys(browserRows) as BrowserKind[]
export const systemKinds = Object.keys(systemRows) as SystemKind[]

const kindIn = <K extends string>(rows: Record<K, Kind>, said: string): K =>
  (Object.keys(rows) as K[]).find((kind) => rows[kind].names.test(said))!

/** What a browser says of itself, kept as coarse as its person needs to know it again: neither version, model nor address. */
export const deviceOf = (userAgent: string | undefined): Device => {
  const said = userAgent?.slice(0, 512) ?? ''
  return { browser: kindIn(browserRows, said), system: kindIn(systemRows, said) }
}

/** As its person reads it. Sessions that were opened before kinds were kept have none. */
export const deviceLabel = ({ browser, system }: Device, locale: Locale): string =>
  `${browserRows[browser ?? 'other'].words[locale]} ${systemRows[system ?? 'other'].words[locale]}`

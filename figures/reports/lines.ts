import { measures, readings, sources, units } from '../administrative/terms.ts'
import type { Language } from '../export/words.ts'
import { confidentialIn } from './confidential.ts'
import type { FilledLine, FilledReport } from './fill.ts'

const states = {
  filled: { fr: 'rempli', en: 'filled' },
  masked: { fr: 'masqué : trop peu de personnes', en: 'masked: too few persons' },
  unreleased: { fr: 'pas encore publié pour cette année', en: 'not released for this year yet' },
  left_out: { fr: 'non publié dans cette version', en: 'not published in this version' },
  unentered: { fr: 'compté par d’autres, pas encore saisi', en: 'counted by others, not entered yet' },
  missing: { fr: 'le système ne le sait pas', en: 'the system does not know it' }
} as const

const origins = {
  ours: { fr: 'mécanisme', en: 'mechanism' },
  rate: { fr: 'mécanisme, population INSEE', en: 'mechanism, INSEE population' },
  panel: { fr: 'mécanisme', en: 'mechanism' },
  missing: { fr: '', en: '' }
} as const

/** Beside an exact number that leaves: confidential where few persons are behind it, provisional until the final release of its year. */
export const flags = {
  c: {
    fr: 'c : confidentiel, à ne pas publier (moins de onze personnes, zéro compris, ou ce dont un tel nombre se déduit, avec ce qui est publié)',
    en: 'c: confidential, not for publication (fewer than eleven persons, zero included, or what such a number can be worked out from, with what is released)'
  },
  p: { fr: 'p : provisoire', en: 'p: provisional' }
} as const

/** `telling`: lines with which a release that is out would give small counts away. */
export type Exactness = { exact: boolean; provisional: boolean; telling?: ReadonlySet<string> }

const flagOf = (
  line: FilledLine,
  few: ReadonlySet<string>,
  { exact, provisional, telling }: Exactness
): string => {
  if (!exact || line.persons === null) return ''
  return [few.has(line.id) || telling?.has(line.id) ? 'c' : '', provisional ? 'p' : '']
    .filter(Boolean)
    .join(' ')
}

const originOf = ({ from }: FilledLine, language: Language): string => {
  if ('beside' in from) return `${sources[from.beside][language]}, ${measures[from.measure][language]}`
  const kind = (['ours', 'rate', 'panel', 'missing'] as const).find((one) => one in from)!
  return origins[kind][language]
}

const noteOf = (line: FilledLine, language: Language): string => {
  if ('missing' in line.from) return line.from.missing[language]
  return line.editions
    .map(({ value, unit, edition, reading, respondents }) =>
      [
        `${value} ${units[unit][language]}`,
        edition,
        readings[reading][language],
        respondents === undefined ? '' : `${respondents} ${language === 'fr' ? 'répondants' : 'respondents'}`
      ]
        .filter(Boolean)
        .join(', ')
    )
    .join(' ; ')
}

export type ReportLine = {
  id: string
  section: string
  label: string
  value: number | null
  state: FilledLine['state']
  stateLabel: string
  origin: string
  note: string
  flag: string
}

/** A filled report as it is shown and as it leaves: the same lines in a page, in a table and in a file. */
export const reportLines = (
  { sections }: FilledReport,
  language: Language,
  exactness: Exactness = { exact: false, provisional: false }
): ReportLine[] => {
  const few = confidentialIn(sections.flatMap(({ lines }) => lines))
  return sections.flatMap((section) =>
    section.lines.map((line) => ({
      id: line.id,
      section: section.label[language],
      label: line.label[language],
      value: line.value,
      state: line.state,
      stateLabel: states[line.state][language],
      origin: originOf(line, language),
      note: noteOf(line, language),
      flag: flagOf(line, few, exactness)
    }))
  )
}

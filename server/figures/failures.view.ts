import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import type { Bilingual, ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { askedKinds, causeLabels, kindLabel, type Failures } from './failures.ts'
import type { FlowRelease } from './release.ts'
import { FlowLink, FlowNode, frame, frameOf, type Reading } from './views.ts'

export const FailureFlow = closed({
  ...frame,
  nodes: Type.Array(FlowNode),
  links: Type.Array(FlowLink),
  /** Recipients of which too few persons were asked in vain to be counted. */
  few: Type.Array(Type.String())
})

const words = {
  hidden: { fr: 'motifs masqués', en: 'hidden reasons' },
  note: {
    fr: 'Chaque personne est comptée une fois par destinataire, au dernier motif : une orientation acceptée ensuite ailleurs n’efface pas le refus.',
    en: 'Each person is counted once for each recipient, under the last reason: a referral accepted elsewhere later does not take the refusal away.'
  }
} as const satisfies Record<string, Bilingual>

type FailureLink = { source: string; target: string; value: number }

const bySize = (a: { value: number }, b: { value: number }) => b.value - a.value

/** What is shown of a kind; what is hidden of it is one sum, which anyone could work out from its total. */
const linksOf = (kind: string, { total, causes }: Failures[string]): FailureLink[] => {
  if (total === null) return []
  const shown = Object.entries(causes).flatMap(([cause, value]) =>
    value === null ? [] : [{ source: `to.${kind}`, target: `why.${cause}`, value }]
  )
  const rest = shown.reduce((left, { value }) => left - value, total)
  shown.sort(bySize)
  return rest > 0 ? [...shown, { source: `to.${kind}`, target: 'why.hidden', value: rest }] : shown
}

/** Why referrals do not succeed: from whom was asked to what was answered. */
export const viewFailures = (reading: Reading<FlowRelease>): Static<typeof FailureFlow> => {
  const { chosen, locale } = reading
  const failures = chosen?.failures ?? {}
  const totalOf = (kind: string) => failures[kind]?.total ?? null
  const links = askedKinds.flatMap((kind) => (failures[kind] ? linksOf(kind, failures[kind]) : []))
  const recipients = askedKinds.flatMap((kind) => {
    const value = totalOf(kind)
    return value === null ? [] : [{ id: `to.${kind}`, label: kindLabel(kind)[locale], value }]
  })
  const label = (cause: string) => (cause === 'hidden' ? words.hidden : causeLabels[cause])?.[locale] ?? cause
  const causes = [...Map.groupBy(links, ({ target }) => target)].map(([id, own]) => ({
    id,
    label: label(id.replace('why.', '')),
    value: own.reduce((sum, { value }) => sum + value, 0)
  }))
  const fewOf = (kind: ReferralKind) => (totalOf(kind) === null ? [kindLabel(kind)[locale]] : [])
  return {
    ...frameOf(reading),
    // How persons are counted is said once, with the flow.
    note: words.note[locale],
    nodes: [...recipients.toSorted(bySize), ...causes.toSorted(bySize)],
    links,
    few: chosen ? askedKinds.flatMap(fewOf) : []
  }
}

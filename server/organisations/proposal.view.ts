import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { roles, type Role } from '../../policies/actor.ts'
import { confirmingRefused, proposalKinds, regimeRows } from '../../policies/organisations.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Locale } from '../locale.ts'
import { dateFormat } from '../views/formats.ts'
import type { ProposalView } from '../views/organisations/organisations.ts'
import type { ProposalRow } from './store.ts'

const words = {
  regime: { fr: 'Régime', en: 'Regime' },
  since: { fr: 'Depuis le', en: 'From' },
  until: { fr: 'Jusqu’au', en: 'Until' },
  askedOn: { fr: 'Demandé le', en: 'Asked for on' },
  completeOn: { fr: 'Dossier complet le', en: 'File complete on' },
  decision: { fr: 'Texte', en: 'Text' },
  into: { fr: 'Réunie à', en: 'Merged into' },
  role: { fr: 'Rôle', en: 'Role' },
  email: { fr: 'Courriel', en: 'E-mail' },
  manager: { fr: 'Gère les accès', en: 'Manages access' },
  yes: { fr: 'oui', en: 'yes' }
} as const satisfies Record<string, Bilingual>

const onDay = (value: unknown, locale: Locale): string =>
  dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${String(value)}T12:00:00Z`)
  )

const days = ['since', 'until', 'askedOn', 'completeOn'] as const

/** What exactly is proposed: whoever confirms reads all of it. */
const saysOf = ({ kind, regime, intoName, body }: ProposalRow, locale: Locale): ProposalView['says'] => {
  const line = (key: keyof typeof words, value: string) => ({ label: words[key][locale], value })
  const told = (key: (typeof days)[number]) => (body[key] ? [line(key, onDay(body[key], locale))] : [])
  if (kind === 'regime' && regime)
    return [
      line('regime', regimeRows[regime][locale]),
      ...days.flatMap(told),
      line('decision', String(body['decision'] ?? ''))
    ]
  if (kind === 'merge') return [line('into', intoName ?? '')]
  if (kind === 'invite')
    return [
      line('role', roles[body['role'] as Role][locale]),
      line('email', String(body['email'])),
      ...(body['manager'] ? [line('manager', words.yes[locale])] : [])
    ]
  return []
}

const administrationOnly: Bilingual = {
  fr: 'L’administration retire ce qu’elle a proposé.',
  en: 'The administration takes back what it proposed.'
}

type Seen = { reader: Reader; administrators: number }

export const proposalView = (row: ProposalRow, { reader, administrators }: Seen): ProposalView => {
  const { actor, locale } = reader
  const refused = confirmingRefused(actor, row, administrators)
  const may = (reason: Bilingual | null) => ({ enabled: reason === null, reason: reason?.[locale] ?? null })
  return {
    id: row.id,
    organisation: { id: row.orgId, name: row.orgName },
    kind: row.kind,
    label: proposalKinds[row.kind][locale],
    says: saysOf(row, locale),
    proposer: row.proposer,
    proposedAt: row.proposedAt.toISOString(),
    may: {
      confirm: may(refused),
      refuse: may(row.proposedBy === actor.personId ? refused : null),
      withdraw: may(actor.role === 'admin' ? null : administrationOnly)
    }
  }
}

import type { Bilingual, ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { courtLabels } from '../../workflows/calendar/jurisdictions.ts'
import { kinds } from '../../workflows/referral/kinds/kinds.ts'
import { roles, type OrgType, type Role } from '../../policies/actor.ts'
import {
  confirmingRefused,
  proposalKinds,
  settles,
  takesBack,
  type Administrators
} from '../../policies/organisations.ts'
import { regimeRows } from '../../policies/organisations/regimes.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Locale } from '../locale.ts'
import type { ProposalView } from '../views/organisations/organisations.ts'
import { longDate } from '../views/words.ts'
import { placeLabel, typeLabel } from './named.ts'
import { mergeSays } from './proposing/merge.ts'
import type { RegimeKept } from './proposing/regime.ts'
import type { ProposalRow } from './store.ts'

const words = {
  regime: { fr: 'Régime', en: 'Regime' },
  since: { fr: 'Depuis le', en: 'From' },
  until: { fr: 'Jusqu’au', en: 'Until' },
  runs: { fr: 'Ce que cela prolonge', en: 'What this prolongs' },
  follows: { fr: 'La suite, à partir du', en: 'What follows, from' },
  shorter: { fr: 'Prend fin plus tôt que ce qui court', en: 'Ends sooner than what runs' },
  replaces: { fr: 'Texte remplacé', en: 'Text replaced' },
  endless: { fr: 'sans fin écrite', en: 'no end written' },
  askedOn: { fr: 'Demandé le', en: 'Asked for on' },
  completeOn: { fr: 'Dossier complet le', en: 'File complete on' },
  decision: { fr: 'Texte', en: 'Text' },
  into: { fr: 'Réunie à', en: 'Merged into' },
  role: { fr: 'Rôle', en: 'Role' },
  email: { fr: 'Courriel', en: 'E-mail' },
  manager: { fr: 'Gère les accès', en: 'Manages access' },
  yes: { fr: 'oui', en: 'yes' },
  alternate: { fr: 'Suppléance', en: 'Alternate' },
  type: { fr: 'Genre', en: 'Kind' },
  place: { fr: 'Lieu', en: 'Place' },
  court: { fr: 'Tribunal', en: 'Court' },
  answers: { fr: 'Orientations', en: 'Referrals' },
  all: { fr: 'toutes celles de son genre', en: 'all those of its kind' },
  none: { fr: 'aucune', en: 'none' },
  nowhere: { fr: 'sans département', en: 'no département' },
  name: { fr: 'Nom', en: 'Name' },
  siret: { fr: 'SIRET', en: 'SIRET' },
  noSiret: { fr: 'sans SIRET', en: 'no SIRET' },
  seated: {
    fr: 'Sièges de la cellule qui prennent fin',
    en: 'Seats of the cell that end'
  },
  person: { fr: 'Personne', en: 'Person' },
  seat: { fr: 'À la cellule', en: 'In the cell' },
  holds: { fr: 'tient le siège', en: 'holds the seat' },
  standsIn: { fr: 'supplée', en: 'is an alternate' },
  from: { fr: 'Depuis le', en: 'From' },
  votes: { fr: 'Sa voix', en: 'Their voice' },
  toAlternate: {
    fr: 'passe à la personne qui supplée, pour les réunions convoquées d’ici son retour',
    en: 'goes to their alternate, for meetings called before they return'
  },
  everyCourt: { fr: 'tous ceux du département', en: 'all those of the département' }
} as const satisfies Record<string, Bilingual>

const onDay = (value: unknown, locale: Locale): string => longDate(String(value), locale)

const days = ['since', 'from', 'until', 'askedOn', 'completeOn'] as const

type Placed = {
  type?: OrgType
  name?: string
  siret?: string | null
  territory: string | null
  region: string | null
  court: string | null
  answers: ReferralKind[] | null
}

/** Where an organisation is to be and what it is to answer. */
const placed = (body: Placed, locale: Locale): [keyof typeof words, string][] => {
  const { type, name, siret = null, territory, region, court, answers } = body
  const kindsOf = answers?.map((kind) => kinds[kind].label[locale])
  return [
    ...(type ? [['type', typeLabel(type, locale)] as [keyof typeof words, string]] : []),
    ...(name ? [['name', name] as [keyof typeof words, string]] : []),
    ['siret', siret ?? words.noSiret[locale]],
    ['place', placeLabel({ territory, region }) ?? words.nowhere[locale]],
    ['court', court === null ? words.everyCourt[locale] : courtLabels[court]![locale]],
    ['answers', kindsOf ? kindsOf.join(', ') || words.none[locale] : words.all[locale]]
  ]
}

/** Beside a regime that runs: from which day the new one was asked, what it prolongs or shortens, and the text that it replaces. */
const overRunning = ({ asked, runs, until }: RegimeKept, locale: Locale): [keyof typeof words, string][] => {
  if (!asked || !runs) return []
  const end = runs.until === null ? words.endless[locale] : onDay(runs.until, locale)
  const shorter = until !== null && (runs.until === null || until < runs.until)
  return [
    ['runs', `${onDay(runs.since, locale)} – ${end}`],
    ...(asked.since ? [['follows', onDay(asked.since, locale)] as [keyof typeof words, string]] : []),
    ...(shorter ? [['shorter', onDay(until, locale)] as [keyof typeof words, string]] : []),
    ...(runs.decision ? [['replaces', runs.decision] as [keyof typeof words, string]] : [])
  ]
}

/** What exactly is proposed: whoever confirms reads all of it. */
const saysOf = (row: ProposalRow, locale: Locale): ProposalView['says'] => {
  const { kind, regime, intoName, body, member, seated } = row
  const line = (key: keyof typeof words, value: string) => ({ label: words[key][locale], value })
  const told = (key: (typeof days)[number]) => (body[key] ? [line(key, onDay(body[key], locale))] : [])
  if (kind === 'regime' && regime)
    return [
      line('regime', regimeRows[regime][locale]),
      ...overRunning(body as RegimeKept, locale).map(([key, value]) => line(key, value)),
      ...days.flatMap(told),
      line('decision', String(body['decision'] ?? ''))
    ]
  const ending = seated.length > 0 ? [line('seated', seated.join(', '))] : []
  if (kind === 'merge') {
    const { keepings, changes } = mergeSays(row, locale)
    const counted = [...keepings, ...changes].map(({ label, count }) => ({ label, value: String(count) }))
    return [line('into', intoName ?? ''), ...ending, ...counted]
  }
  if (kind === 'seat')
    return [
      line('person', member ?? ''),
      line('seat', words[body['alternate'] ? 'standsIn' : 'holds'][locale])
    ]
  if (kind === 'absence')
    return [line('person', member ?? ''), ...days.flatMap(told), line('votes', words.toAlternate[locale])]
  if (kind === 'invite')
    return [
      line('role', roles[body['role'] as Role][locale]),
      line('email', String(body['email'])),
      ...(body['manager'] ? [line('manager', words.yes[locale])] : []),
      ...(body['alternate'] ? [line('alternate', words.yes[locale])] : [])
    ]
  if ('territory' in body)
    return [...placed(body as Placed, locale).map(([key, value]) => line(key, value)), ...ending]
  return []
}

const theirs: Bilingual = {
  fr: 'L’administration, ou qui l’a proposé, le retire.',
  en: 'The administration, or whoever proposed it, takes it back.'
}
const another: Bilingual = {
  fr: 'Une autre personne le confirme.',
  en: 'Another person confirms it.'
}

type Seen = { reader: Reader; administrators: Administrators }

export const proposalView = (row: ProposalRow, { reader, administrators }: Seen): ProposalView => {
  const { actor, locale } = reader
  const refused = settles(actor, row) ? confirmingRefused(actor, row, administrators) : another
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
      refuse: may(row.proposedBy === actor.personId || !settles(actor, row) ? refused : null),
      withdraw: may(takesBack(actor, row) ? null : theirs)
    }
  }
}

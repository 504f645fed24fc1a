import type { LocalProtocol, LocalRules } from '../../../workflows/configuration/local/protocol.ts'

// A protocol of a territory, as the tests of this folder write it.

export const protocol = (rules: LocalRules = {}, more: Partial<LocalProtocol> = {}): LocalProtocol => ({
  name: '69-2026-12',
  place: '69',
  title: 'Protocole du Rhône',
  text: 'Article 1er. La cellule se réunit chaque mois.',
  reference: '',
  parties: [
    { kind: 'prefecture', name: 'Préfecture du Rhône' },
    { kind: 'prosecution', name: 'Parquet de Lyon' }
  ],
  signedOn: null,
  effectiveOn: '2026-12-01',
  rules,
  ...more
})
export const today = '2026-11-24'
export const added = {
  of: 'referrals.health',
  code: 'overloaded.69_interpreter',
  label: { fr: 'sans interprète', en: 'no interpreter' },
  leadsTo: 'escalate'
} as const

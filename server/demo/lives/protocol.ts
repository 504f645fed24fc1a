import { civilDate } from '../../../workflows/calendar/calendar.ts'
import type { LocalProtocol, LocalRules } from '../../../workflows/configuration/local/protocol.ts'
import { createProtocol, saveProtocol, signProtocol } from '../../protocols/store.ts'
import { uuidOf } from '../world/random.ts'
import type { Stage } from './run.ts'

const rules: LocalRules = {
  decidesBy: 'majority',
  durations: { 'MNIO-REVIEW': { n: 5, unit: 'workingDays' } },
  added: [
    {
      of: 'referrals.health',
      code: 'overloaded.69_interprete',
      label: { fr: 'pas d’interprète avant trois semaines', en: 'no interpreter within three weeks' },
      leadsTo: 'escalate'
    }
  ],
  minors: {
    parties: [
      { kind: 'ase', name: 'Métropole de Lyon, aide sociale à l’enfance' },
      { kind: 'prosecution', name: 'Parquet de Lyon, section des mineurs' },
      { kind: 'association', name: 'Association du Rhône' }
    ],
    contacts: [
      { kind: 'child_protection', name: 'CRIP de la Métropole de Lyon', reach: 'crip@demonstration.invalid' },
      {
        kind: 'prosecution',
        name: 'Permanence du parquet des mineurs',
        reach: 'mineurs@demonstration.invalid'
      }
    ],
    told: ['prosecutor', 'child_protection']
  }
}

const body = (name: string, effectiveOn: string): LocalProtocol => ({
  ...{ name, place: '69', effectiveOn, rules, signedOn: null, reference: '' },
  title: 'Protocole du Rhône et de la métropole de Lyon (démonstration)',
  text: `Protocole inventé pour la démonstration.

Article 1er. La cellule du Rhône décide à plus de la moitié des voix exprimées, le quorum national étant réuni.

Article 2. Elle réexamine en cinq jours ouvrés les dossiers dont les éléments étaient insuffisants.

Article 3. Une structure de soins qui manque d’interprète le dit sous ce motif, pour qu’un autre rendez-vous soit cherché.

Article 4. Les personnes mineures sont signalées au parquet et à l’aide sociale à l’enfance selon la convention jointe.`,
  parties: [
    { kind: 'prefecture', name: 'Préfecture du Rhône' },
    { kind: 'prosecution', name: 'Parquet de Lyon' },
    { kind: 'department', name: 'Métropole de Lyon' },
    { kind: 'association', name: 'Association du Rhône' }
  ]
})

/**
 * What the Rhône has signed, in force from the day of the demonstration: cases that were told before keep the national version.
 * Written and signed through its own gate; the keys say that a world told again has signed it already.
 */
export const signFirstProtocol = async (
  { pool, keys, anchor, actors }: Stage,
  seed: string
): Promise<void> => {
  const [cell, prefecture, prosecution] = ['cell-69', 'pref-69', 'parquet-lyon'].map((key) => actors.get(key))
  if (!cell || !prefecture || !prosecution) return
  const day = civilDate(anchor, 'Europe/Paris')
  const name = `69-${day.slice(0, 7)}`
  const gate = { pool, keys, now: () => anchor, telling: false }
  const by = (actor: typeof cell, act: string) => ({ actor, key: uuidOf(seed, 'protocol', name, act) })
  const { title } = body(name, day)
  await createProtocol(gate, by(cell, 'draft'), { name, place: '69', title, effectiveOn: day })
  await saveProtocol(gate, by(cell, 'save'), body(name, day), 1)
  await signProtocol(gate, by(prefecture, 'prefecture'), name, 2)
  await signProtocol(gate, by(prosecution, 'prosecution'), name, 2)
}

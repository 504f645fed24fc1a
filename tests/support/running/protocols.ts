import { createProtocol, saveProtocol, signProtocol } from '../../../server/protocols/store.ts'
import { placeOfProtocol } from '../../../workflows/configuration/local/pin.ts'
import { departmentOf } from '../../../workflows/configuration/local/place.ts'
import type { LocalProtocol, LocalRules } from '../../../workflows/configuration/local/protocol.ts'
import type { TestWorld } from '../world.ts'

const people: Record<string, [cell: string, prefecture: string, prosecution: string]> = {
  '69': ['cellule.69', 'prefecture.69', 'parquet.lyon'],
  '75': ['cellule.75', 'prefecture.75', 'parquet.paris']
}

/** A protocol of a territory, in force from this day: written by its cell, and signed by both sides. */
export const signedProtocol = async (
  { gate, as }: TestWorld,
  name: string,
  rules: LocalRules,
  effectiveOn = '2026-11-24'
): Promise<void> => {
  const place = placeOfProtocol(name)
  const [cell, ...signing] = people[departmentOf(place)]!
  const by = (login: string) => ({ actor: as(login), key: null })
  const title = `Protocole ${name}`
  await createProtocol(gate, by(cell), { name, place, title, effectiveOn })
  const body: LocalProtocol = {
    ...{ name, place, title, effectiveOn, rules },
    text: 'Article 1er.',
    reference: '',
    parties: [
      { kind: 'prefecture', name: 'Préfecture' },
      { kind: 'prosecution', name: 'Parquet' }
    ],
    signedOn: null
  }
  await saveProtocol(gate, by(cell), body, 1)
  for (const login of signing) await signProtocol(gate, by(login), name, 2)
}

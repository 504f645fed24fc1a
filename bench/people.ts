import type { ClientBase } from 'pg'
import { demoAccounts } from '../server/demo/world/accounts.ts'
import { territoryCodes } from '../workflows/calendar/territories.ts'

export type Organisation = { id: string; type: string; territory: string | null }

type Named = { key: string; type: string; name: string; territory: string | null }

/** Every territory has a cell, a prefecture and associations; where the demonstration has its own, they are those. */
const everywhere: Named[] = territoryCodes.flatMap((territory) => [
  { key: `bench-cell-${territory}`, type: 'cell', name: `Cellule ${territory}`, territory },
  { key: `bench-pref-${territory}`, type: 'prefecture', name: `Préfecture ${territory}`, territory },
  { key: `bench-asso-1-${territory}`, type: 'association', name: `Association 1 ${territory}`, territory },
  { key: `bench-asso-2-${territory}`, type: 'association', name: `Association 2 ${territory}`, territory }
])

const standsFor = (one: Named, held: readonly Named[]) =>
  held.some(({ type, territory }) => type === one.type && territory === one.territory)

/** Inserts who exists and who works where. An issuer's people sign in by its real flow. */
export const settle = async (owner: ClientBase, issuers: readonly string[]): Promise<Organisation[]> => {
  const people = issuers.flatMap((issuer) => demoAccounts.map((account) => ({ ...account, issuer })))
  const demonstration = people.map(({ org }) => org)
  const all = [...demonstration, ...everywhere.filter((one) => !standsFor(one, demonstration))]
  for (const { key, type, name, territory } of all)
    await owner.query(
      `insert into organisation (key, type, name, territory, status) values ($1, $2, $3, $4, 'accredited') on conflict do nothing`,
      [key, type, name, territory]
    )
  for (const { issuer, login, given, family, role, org } of people) {
    const { rows } = await owner.query<{ id: string }>(
      `insert into person (issuer, subject, display_name) values ($1, $2, $3) returning id`,
      [issuer, login, `${given} ${family}`]
    )
    if (role === null) continue
    await owner.query(
      `insert into membership (person_id, org_id, role) select $1, id, $2 from organisation where key = $3`,
      [rows[0]!.id, role, org.key]
    )
  }
  await owner.query(
    `insert into habilitation (org_id, regime, since) select id, regime, '2020-01-01' from organisation, unnest('{flag,r425_1}'::text[]) regime where type = 'association'`
  )
  const { rows } = await owner.query<Organisation>('select id, type, territory from organisation')
  return rows
}

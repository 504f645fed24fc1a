import { randomUUID } from 'node:crypto'
import type { Actor, OrgType, Role } from '../../policies/actor.ts'
import { seal } from '../../server/db/sealing.ts'
import type { Gate } from '../../server/acts/command-validation.ts'
import { demoAccounts } from '../../server/demo/world/accounts.ts'
import type { FlagInput } from '../../workflows/facts/flag.ts'
import { freshDatabase, type TestDatabase } from './running/db.ts'

/** The moment at which tests live, unless they move it. */
export const noon = new Date('2026-11-24T11:00:00Z')

export type TestWorld = {
  db: TestDatabase
  gate: Gate
  /** The actor behind a demonstration login. */
  as: (login: string) => Actor
  places: Record<string, string[]>
  at: (moment: Date) => void
  close: () => Promise<void>
}

export const insertOrganisation = async (
  db: TestDatabase,
  { key, name, type, territory }: { key: string; name: string; type: OrgType; territory: string | null }
) => {
  const { rows } = await db.owner.query<{ id: string }>(
    `insert into organisation (key, type, name, territory, region, status) values ($1, $2, $3, $4, $5, 'accredited')
     on conflict (key) do update set name = excluded.name returning id`,
    [key, type, name, territory, type === 'shelter' ? 'Bretagne' : null]
  )
  return rows[0]!.id
}

const insertPlaces = async (db: TestDatabase, orgId: string, labels: readonly string[], kind = 'acse') => {
  const ids: string[] = []
  for (const label of labels) {
    const { rows } = await db.owner.query<{ id: string }>(
      `insert into place (org_id, label, kind, sexes, children, languages) values ($1, $2, $3, '{female,other,male}', 2, '{fr,en}') returning id`,
      [orgId, label, kind]
    )
    const placeId = rows[0]!.id
    ids.push(placeId)
    const body = seal(
      db.keys,
      { table: 'place_address', id: placeId, dataClass: 'A' },
      { lines: [`CANARI-ADRESSE-${label}`] }
    )
    await db.owner.query(`insert into place_address (place_id, body) values ($1, $2)`, [placeId, body])
  }
  return ids
}

/** The demonstration's people and organisations on an empty database, and a gate whose clock stands still. */
export const openWorld = async (): Promise<TestWorld> => peopled(await freshDatabase())

/** The same, on a database that an application already serves. */
export const peopled = async (db: TestDatabase, publicUrl = 'http://localhost:3000'): Promise<TestWorld> => {
  const actors = new Map<string, Actor>()
  const places: Record<string, string[]> = {}
  for (const { login, given, family, role, org } of demoAccounts) {
    const { rows } = await db.owner.query<{ id: string }>(
      `insert into person (issuer, subject, display_name) values ($1, $2, $3) returning id`,
      [`${publicUrl}/oidc`, login, `${given} ${family}`]
    )
    if (role === null) continue
    const orgId = await insertOrganisation(db, org)
    const personId = rows[0]!.id
    await db.owner.query(`insert into membership (person_id, org_id, role) values ($1, $2, $3)`, [
      personId,
      orgId,
      role
    ])
    actors.set(login, {
      personId,
      name: `${given} ${family}`,
      orgId,
      orgName: org.name,
      orgType: org.type,
      role: role as Role,
      territory: org.territory,
      accredited: true
    })
  }
  for (const login of ['asso.rhone', 'asso.paris', 'foyer.azur', 'foyer.ouest'])
    for (const regime of ['flag', 'r425_1'])
      await db.owner.query(`insert into habilitation (org_id, regime, since) values ($1, $2, '2026-01-01')`, [
        actors.get(login)!.orgId,
        regime
      ])
  for (const login of ['foyer.azur', 'foyer.ouest'])
    places[login] = await insertPlaces(db, actors.get(login)!.orgId, [`${login} 1`, `${login} 2`])
  // Places for minors stand under « enfants », apart from those that the same shelter keeps for Ac.Sé.
  for (const login of ['foyer.azur', 'foyer.ouest'])
    places[`${login} enfants`] = await insertPlaces(
      db,
      actors.get(login)!.orgId,
      [`${login} enfants`],
      'minor'
    )
  places['centre.dna'] = await insertPlaces(
    db,
    actors.get('centre.dna')!.orgId,
    ['centre.dna 1', 'centre.dna 2'],
    'dna'
  )
  const clock = { now: noon }
  return {
    db,
    gate: { pool: db.app, keys: db.keys, now: () => clock.now, telling: false },
    as: (login) => {
      const actor = actors.get(login)
      if (!actor) throw new Error(`no account ${login}`)
      return actor
    },
    places,
    at: (moment) => void (clock.now = moment),
    close: () => db.close()
  }
}

/** A flag as an association would make it; each test says what differs. */
export const aFlag = (different: Partial<FlagInput> = {}): FlagInput => ({
  danger: 'possible',
  territory: '69',
  metOn: '2026-11-20',
  channel: 'outreach',
  indicators: [
    { code: 'd_papers_taken', source: 'person' },
    { code: 'd_debt_bondage', source: 'person' }
  ],
  ageGroup: 'adult',
  ageBand: different.ageGroup === 'minor' ? '15-17' : '25-34',
  sex: 'female',
  nationality: 'third_country',
  stay: 'irregular',
  forms: ['sexual'],
  children: 1,
  language: 'bin',
  localDanger: true,
  asylumLink: false,
  nominativeConsent: true,
  identity: { name: 'CANARI-NOM Blessing', contact: 'CANARI-CONTACT' },
  narrative: 'CANARI-RECIT',
  ...different
})

export const aKey = () => randomUUID()

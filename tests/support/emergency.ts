import { openInEmergency } from '../../server/emergency/open.ts'
import { settleOpening } from '../../server/emergency/settle.ts'
import type { Actor } from '../../policies/actor.ts'
import type {
  EmergencyClass,
  EmergencyCommand,
  EmergencyInput
} from '../../workflows/case/emergency-access.ts'
import type { TestWorld } from './world.ts'

/** An emergency as one would write it; each test says what differs. */
export const anEmergency = (
  classes: EmergencyClass[],
  different: Partial<EmergencyInput> = {}
): EmergencyInput => ({
  reason: 'life',
  classes,
  words: 'CANARI-URGENCE au téléphone, puis plus rien',
  unsafe: false,
  ...different
})

/** Short sentences for emergency accesses told through their real gate. */
export const emergencies = (world: Pick<TestWorld, 'gate' | 'as' | 'db'>) => ({
  opens: async (
    login: string,
    caseId: string,
    classes: EmergencyClass[],
    { key = null, ...different }: Partial<EmergencyInput> & { key?: string | null } = {}
  ) => {
    const asked = { actor: world.as(login), caseId, input: anEmergency(classes, different), key }
    return (await openInEmergency(world.gate, asked)).id
  },
  settles: (
    actor: Actor,
    openingId: string,
    command: EmergencyCommand,
    input: Parameters<typeof settleOpening>[1]['input'] = command === 'refuse'
      ? { reason: 'no_emergency' }
      : {}
  ) => settleOpening(world.gate, { actor, openingId, command, input, key: null }),
  /** Another person of the same organisation, in the same role. */
  colleague: async (login: string): Promise<Actor> => {
    const actor = world.as(login)
    const { rows } = await world.db.owner.query<{ id: string }>(
      `insert into person (issuer, subject, display_name) values ('test', gen_random_uuid()::text, 'Collègue') returning id`
    )
    const personId = rows[0]!.id
    await world.db.owner.query('insert into membership (person_id, org_id, role) values ($1, $2, $3)', [
      personId,
      actor.orgId,
      actor.role
    ])
    return { ...actor, personId }
  },
  row: async (id: string) => {
    const { rows } = await world.db.owner.query('select * from glass_opening where id = $1', [id])
    return rows[0] as Record<string, unknown> & { state: string; until: Date; settled_by: string | null }
  }
})

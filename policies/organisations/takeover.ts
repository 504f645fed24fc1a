import { createMongoAbility } from '@casl/ability'
import type { CommandType } from '../../workflows/case/commands.ts'
import { abilityFor, type Policy } from '../abilities.ts'
import type { Actor, Role } from '../actor.ts'

/** What others decided and an association holds the paper of, when it brings a running file here. */
const inHand = [
  'grounds.record',
  'receipt.handed',
  'permit.receipt',
  'permit.issue'
] as const satisfies readonly CommandType[]

export const isInHand = (command: CommandType): boolean => inHand.some((one) => one === command)

/** Whose people accompany somebody under a file of their own. */
const ofFiles: readonly Role[] = ['asso']
export const bringsFiles = ({ role, accredited }: Actor): boolean => accredited && ofFiles.includes(role)

type Standing = { byTeam: boolean; leads: boolean; managed: boolean; manages: boolean }

/** Many files at once are brought by whoever leads a team, or keeps the accesses where nobody works in teams. */
export const mayBringFiles = ({ byTeam, leads, managed, manages }: Standing): boolean =>
  byTeam ? leads : !managed || manages

/** While a file is brought, and never after: the acts of one's role, and records of what is in hand. */
export const takeoverPolicy = (actor: Actor): Policy =>
  createMongoAbility([
    ...abilityFor(actor).rules,
    {
      action: [...inHand],
      subject: 'Case',
      conditions: { participants: actor.orgId, capacity: 'referent' }
    }
  ] as never)

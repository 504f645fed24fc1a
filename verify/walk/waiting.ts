import { isExpected } from '../../workflows/case/advance.ts'
import { commandRow, commandTypes, sentBy, type CommandType } from '../../workflows/case/commands.ts'
import { guards } from '../../workflows/guards/guards.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import type { ReferralKind, RegionId } from '../../workflows/vocabulary/vocabulary.ts'
import { grants } from '../../policies/grants.ts'
import { isLive, type Dossier } from '../dossier.ts'

type Asked = { region: RegionId; state: string; by: CommandType[]; kinds: ReferralKind[] }
type Waiting = Asked & { leaving: CommandType[] }

/** Whoever may ask may do it too: the answer is the recipient's, the way out is not. */
const ofWhoAsks = (type: CommandType, by: readonly CommandType[]) =>
  Object.values(grants)
    .flat()
    .some(({ may }) => may.includes(type) && by.some((ask) => may.includes(ask)))

const asks = (type: CommandType): ReferralKind[] =>
  // Who must be told by law is told, not waited for.
  sentBy(type).filter((kind) => !kindRow(kind).opensAtOnce)

const leavingActs = ({ region, state, by }: Asked) =>
  commandTypes.filter((type) => {
    const { region: own, from, to, offered } = commandRow(type)
    const leads = own === region && from !== 'any' && from.includes(state) && to !== 'same' && to !== state
    return leads && offered && ofWhoAsks(type, by)
  })

/** The states to which an act leads that asks somebody, and what leads out of them when nobody is asked any more. */
const waiting: Waiting[] = [
  ...commandTypes
    .reduce((found, type) => {
      const { region, to } = commandRow(type)
      const kinds = asks(type)
      if (!region || to === 'same' || kinds.length === 0) return found
      const key = `${region} ${to}`
      const before = found.get(key) ?? { region, state: to, by: [], kinds: [] }
      return found.set(key, { ...before, by: [...before.by, type], kinds: [...before.kinds, ...kinds] })
    }, new Map<string, Asked>())
    .values()
].map((one) => ({ ...one, leaving: leavingActs(one) }))

/** The state in which a case is left waiting for somebody who is asked no more, or null. */
export const strandedIn = ({ situation, referrals }: Dossier): string | null => {
  if (!guards.caseOpen.holds(situation)) return null
  const found = waiting.find(
    ({ region, state, kinds, leaving }) =>
      situation.regions[region] === state &&
      !referrals.some((referral) => kinds.includes(referral.kind) && isLive(referral)) &&
      !leaving.some((type) => isExpected(situation, type))
  )
  return found ? `${found.region} ${found.state}` : null
}

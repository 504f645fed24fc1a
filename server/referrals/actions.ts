import { abilityFor } from '../../policies/abilities.ts'
import type { Actor } from '../../policies/actor.ts'
import { applyReasons } from '../../workflows/configuration/forms.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { keptByLaw } from '../../workflows/referral/kinds/kinds.ts'
import { referralCommandTypes, referralRow } from '../../workflows/referral/machine.ts'
import { nobodyReads } from '../cases/staff.ts'
import type { Tx } from '../db/context.ts'
import { keptFrom, type DisclosedReferral } from '../disclosure/referral.ts'
import type { Locale } from '../locale.ts'
import { stayUnderWay } from '../places/stays.ts'
import type { ActionView } from '../views/schemas.ts'
import { localizeSchema, type Lookups } from '../views/words.ts'
import { otherRecipients } from './recipients.ts'
import { subjectOf, type ReferralEntry } from './store.ts'

/** To whom else the referral may be passed on. */
export const recipientsLike = async (tx: Tx, row: ReferralEntry, locale: Locale): Promise<Lookups> => ({
  recipients: (await otherRecipients(tx, row)).map(({ id, name, staffed }) => ({
    const: id,
    title: staffed ? name : `${name} · ${nobodyReads[locale]}`
  }))
})

type Steps = {
  actor: Actor
  locale: Locale
  lookups: Lookups
  staying: boolean
  /** The case, where the reader takes part in it. */
  situation: Situation | null
  /** The version that the case is pinned to. */
  configuration: Configuration
}

/** What one of its two sides may do with a referral, and why not. */
export const actionsOf = (
  row: DisclosedReferral,
  { actor, locale, lookups, staying, situation, configuration }: Steps
): ActionView[] => {
  const policy = abilityFor(actor)
  const { kind, state } = row
  return referralCommandTypes
    .filter((type) => policy.can(type, subjectOf(row)) && referralRow(type).from.includes(state))
    .filter((type) => type !== 'note' || row.followUp !== null)
    .filter((type) => type !== 'transfer' || lookups.recipients?.length)
    .map((type) => {
      const { label, input, duty } = referralRow(type)
      const held = staying && (type === 'end' || type === 'withdraw') ? stayUnderWay : null
      const kept = keptFrom(row, type) ?? held
      const reason = (kept ?? keptByLaw(kind, type, { state, situation }))?.[locale] ?? null
      return {
        command: type,
        label: label[locale],
        region: null,
        enabled: reason === null,
        reason,
        primary: duty ?? false,
        refers: null,
        input: localizeSchema(
          type === 'decline' ? applyReasons(kind, configuration) : input(kind),
          locale,
          lookups
        ),
        basis: []
      }
    })
}

import { classOfField } from '../../workflows/vocabulary/split.ts'
import { commandRow, commandTypes, regionTables } from '../../workflows/case/commands.ts'
import { isMinor } from '../../workflows/facts/facts.ts'
import { poolsOf } from '../../workflows/places/places.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { type ConsentScope } from '../../workflows/vocabulary/vocabulary.ts'
import { isLive, staysOf } from '../dossier.ts'
import { type Property, every, became, actsOf, helpActs, differs } from './property.ts'

/** The invariants of help, minors and who a person is. */
export const help: Property[] = [
  {
    id: 'I-01',
    says: 'help depends neither on the procedure nor on formal identification',
    standing: (situation) => {
      const { regions, facts } = situation
      if (regions.identification !== 'presumed') return null
      const found = (['none', 'trial', 'dismissed'] as const).flatMap((judicial) => {
        const confirmed = (['presumed', 'formally_identified'] as const).map((identification) => ({
          regions: { ...regions, judicial, identification },
          facts: { ...facts, procedureOpen: judicial === 'trial' }
        }))
        return confirmed
          .map((changed) => differs(situation, changed, helpActs))
          .filter((type) => type !== null)
      })
      return found[0] ?? null
    }
  },
  {
    id: 'I-07',
    says: 'no consent is asked of a minor',
    standing: (situation) => {
      if (!isMinor(situation.facts)) return null
      const at = (consents: ConsentScope[]) => ({ ...situation, facts: { ...situation.facts, consents } })
      const types = actsOf('identification', 'minor', 'housing', 'care')
      return differs(at([]), at(every), types)
    }
  },
  {
    id: 'I-08',
    says: 'no request to Ac.Sé is live for a minor',
    step: ({ after }) =>
      isMinor(after.situation.facts) &&
      after.referrals.some(
        (referral) => ['acse', 'acse_place'].includes(referral.kind) && isLive(referral)
      ) &&
      !Object.values(staysOf(after, poolsOf('housing'))).some((stay) => stay !== null)
        ? 'a live acse referral'
        : null
  },
  {
    id: 'I-09',
    says: 'an asylum place is asked for only with an asylum link, never French or of the Union',
    step: (taken) => {
      const opened = taken.after.referrals.length > taken.before.referrals.length
      if (!opened || taken.after.referrals.at(-1)?.kind !== 'dna') return null
      const { facts, regions } = taken.after.situation
      const linked = facts.asylumLink || ['pending', 'protected'].includes(regions.asylum)
      const foreign = !['french', 'eu'].includes(facts.nationality)
      return linked && foreign ? null : 'not eligible'
    }
  },
  {
    id: 'I-10',
    says: 'nobody stops being a presumed victim by time, by a negative of the police, or by closing',
    step: (taken) => {
      const { before, after } = taken
      if (before.situation.facts.presumed && !after.situation.facts.presumed) return 'presumption lost'
      if (became('closure', 'closed_not_victim', taken) && before.situation.facts.presumed)
        return 'closed as no victim'
      if (taken.step.type !== 'clock') return null
      return became('closure', 'closed_not_victim', taken) ||
        became('identification', 'insufficient_elements', taken)
        ? 'by the clock'
        : null
    },
    tables: () =>
      regionTables.identification.commands['formal.no'].to === 'not_confirmed' ? null : 'formal.no'
  },
  {
    id: 'I-16',
    says: 'a minor’s time to claim compensation stands still',
    step: ({ after }) =>
      isMinor(after.situation.facts) &&
      (['D-CIVI-OFFENCE', 'D-CIVI-DECISION'] as const).some((code) => after.clocks[code] === 'running')
        ? 'running'
        : null
  },
  {
    id: 'I-20',
    says: 'nothing of an offence she was made to commit is kept',
    tables: () => {
      const named = commandTypes.flatMap((type) =>
        Object.entries(commandRow(type).input.properties)
          .filter(([field]) => classOfField(commandRow(type).input, field) === 'J')
          .filter(([, schema]) => {
            const { type: kind, format } = schema as { type?: string; format?: string }
            return kind === 'string' && format !== 'date' && !notesOf(schema)?.choices
          })
          .map(([field]) => `${type}.${field}`)
      )
      return named[0] ?? null
    }
  }
]

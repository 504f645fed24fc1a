import type { ClassAccess } from '../../policies/data-classes.ts'
import type { EmergencyClass } from '../../workflows/case/emergency-access.ts'
import type { DataClass } from '../../workflows/vocabulary/vocabulary.ts'
import type { Sight } from '../../policies/sight.ts'

/** What the part that somebody takes in a case opens, whoever the person is and whatever they consented to. */
export { alwaysSeen } from '../../policies/data-classes.ts'

/** `broken`: open by an emergency access alone. `empty`: it would be open, and there is nothing in it. */
export type DisclosedClass = ClassAccess & { dataClass: DataClass; broken: boolean; empty: boolean }

const shownClasses: readonly DataClass[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'K']

type Opened = {
  opened: ReadonlyMap<EmergencyClass, Date>
  /** The person is housed, or a decision says where a child is taken. */
  somewhere: boolean
}

/** What this reader may see of each class: by their capacities, or by an emergency access. */
export const discloseClasses = (sight: Sight, { opened, somewhere }: Opened): DisclosedClass[] =>
  shownClasses.map((dataClass) => {
    const byRight = sight.accessTo(dataClass)
    const broken = byRight.access === 'closed' && opened.has(dataClass as EmergencyClass)
    const { access, opensWith } = broken ? { access: 'masked' as const, opensWith: null } : byRight
    const empty = dataClass === 'A' && access === 'masked' && !somewhere
    return { dataClass, access: empty ? 'closed' : access, opensWith, broken, empty }
  })

import type { Opening } from '../act/command.ts'

/** Once presumed, whoever found the grounds, the person is informed, her needs are assessed, and news of her is kept. */
export const grounded = [
  { code: 'MNIO-INFO' },
  { code: 'MNIO-NEEDS' },
  { code: 'MNIO-NEEDS-SAFETY' },
  { code: 'MNIO-CONTACT', when: 'adult' },
  { code: 'MNIO-MINOR-VICTIM', when: 'childKnownToPolice' }
] as const satisfies readonly Opening[]

/** The same, where a service or a court has found it first. */
export const groundedAnew = grounded.map((one) => ({ ...one, was: 'notPresumed' as const }))

/** What was told of a person whose elements are insufficient is not kept for ever. */
export const ungrounded = [{ code: 'MNIO-INSUFFICIENT' }] as const satisfies readonly Opening[]

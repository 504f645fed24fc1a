import type { Opening } from '../act/command.ts'

/** Once presumed, whoever found the grounds, the person is informed, her needs are assessed, and news of her is kept. */
export const grounded = [
  { code: 'MNIO-INFO' },
  { code: 'MNIO-NEEDS' },
  { code: 'MNIO-NEEDS-SAFETY' },
  { code: 'MNIO-CONTACT', when: 'adult' },
  { code: 'MNIO-MINOR-VICTIM', when: 'childKnownToPolice' }
] as const satisfies readonly Opening[]

/** What was told of a person whose elements are insufficient is not kept for ever. */
export const ungrounded = [{ code: 'MNIO-INSUFFICIENT' }] as const satisfies readonly Opening[]

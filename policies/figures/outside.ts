import type { Actor } from '../actor.ts'
import { enters } from '../features.ts'

type Who = Pick<Actor, 'accredited' | 'role'>

/** Who reads what other bodies count of France, and the reports that others ask of it. */
export const readsBeside = ({ accredited, role }: Who): boolean => accredited && enters(role, 'national')

/** Who enters the figures of other bodies, and asks for exact numbers or allows them. Oversight reads, and answers for nothing. PostgreSQL lists the same. */
export const entersBeside = ({ accredited, role }: Who): boolean => accredited && role === 'miprof'

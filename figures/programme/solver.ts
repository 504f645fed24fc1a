import * as highs from 'highs'
import type { Highs } from 'highs'

// Its types are of a CommonJS module, what is loaded is none.
const load = (highs as unknown as { default: () => Promise<Highs> }).default

/** HiGHS, compiled to WebAssembly (MIT): linear and integer programmes without a service beside. It blocks while it solves. */
export const openSolver = (): Promise<Highs> => load()

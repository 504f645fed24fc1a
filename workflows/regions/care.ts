import type { Region } from '../command.ts'
import { careStates as states } from './states.ts'

/** Declared so that the whole case is drawn; its acts (T501 to T505) are not built yet. */
export const care = { initial: 'none', states, settles: {}, commands: {} } as const satisfies Region

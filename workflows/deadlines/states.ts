/** Where a clock stands: it runs, stands still, has run out, or was stopped by what it waited for. */
export const deadlineStates = ['running', 'suspended', 'fired', 'stopped'] as const

export type DeadlineState = (typeof deadlineStates)[number]

/** What is still counted: a clock of that name is not opened a second time. */
export const countingStates = ['running', 'suspended'] as const satisfies readonly DeadlineState[]

/** What people read a due date of: one that has run out may be late until somebody does what it waits for. */
export const datedStates = ['running', 'fired'] as const satisfies readonly DeadlineState[]

/** What the act that a clock waits for stops, even once it has run out. */
export const stoppableStates = ['running', 'suspended', 'fired'] as const satisfies readonly DeadlineState[]

export const isDated = (state: DeadlineState): boolean =>
  (datedStates as readonly DeadlineState[]).includes(state)

/** What validates or writes one form: a failed validation leaves its reasons in `errors`, as Ajv does. */
type Compiled = ((value: unknown) => unknown) & { errors?: unknown }

/**
 * Compiles a form when something of it first comes by. Half a thousand routes have several each and a day of work meets
 * forty: compiled beforehand they were two thirds of a start, and stayed in memory.
 */
export const lazily = <C>(compile: () => C): C => {
  let made: Compiled | undefined
  const compiled: Compiled = (value) => {
    made ??= compile() as Compiled
    const answer = made(value)
    compiled.errors = made.errors
    return answer
  }
  return compiled as C
}

/** For a test: a form that cannot be compiled must not wait for somebody to send it. */
export const atOnce = <C>(compile: () => C): C => compile()

export type When = typeof lazily

import { Type, type Static, type TSchema } from 'typebox'

// The words that every view is written with.

export const text = Type.String()
export const oneOf = <const W extends readonly string[]>(...words: W) =>
  Type.Unsafe<W[number]>({ type: 'string', enum: [...words] })
// A list of types rather than a union: a union is tried by a validator each time that an answer is written.
export const orNull = <T extends TSchema>(schema: T) => {
  const { type, enum: words } = schema as unknown as { type: string; enum?: readonly string[] }
  return Type.Unsafe<Static<T> | null>({
    ...schema,
    type: [type, 'null'],
    ...(words && { enum: [...words, null] })
  })
}

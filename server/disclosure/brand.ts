declare const disclosed: unique symbol

/** What was made by the door, for one reader: it may leave. Nothing outside this folder can make one. */
export type Disclosed<T> = T & { readonly [disclosed]: true }

export const asDisclosed = <T>(told: T) => told as Disclosed<T>

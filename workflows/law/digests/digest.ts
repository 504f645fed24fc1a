/** SHA-256 of an article that was read whole, and how many versions of it its copy holds under one heading. */
export type Digest = { digest: string; among: number }

export const whole = (digest: string, among = 1): Digest => ({ digest, among })

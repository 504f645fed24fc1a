/** SHA-256 of each article that was read whole, written by `npm run law:digests`. */
export const digests: Readonly<Record<string, string>> = {}

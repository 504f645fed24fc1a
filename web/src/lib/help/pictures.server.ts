/** The pictures of the desks that `npm run screens` takes: files of the build, asked for by the pages that show them and by no other. */
const files = import.meta.glob<string>('../../../../docs/screens/*/*.webp', {
  eager: true,
  query: '?url',
  import: 'default'
})

const at = (picture: string, width: number) => files[`../../../../docs/screens/${picture}-${width}.webp`]

export type Shown = { phone: string; desk: string }

/** One page at both widths, or null where it was not taken. */
export function pictureOf(picture: string | null): Shown | null {
  const [phone, desk] = picture === null ? [] : [at(picture, 390), at(picture, 1280)]
  return phone && desk ? { phone, desk } : null
}

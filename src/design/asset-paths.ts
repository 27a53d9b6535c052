/** What the assets are called before their names carry a hash of their content. */
export type AssetName = 'govuk.css' | 'heed.css' | 'heed.js' | 'check.js' | 'passkey.js' | 'favicon.svg' | FontName

/** The four font files: two weights, Latin and the rest of the Latin script. */
export type FontName = `fonts/atkinson-hyperlegible-next-${'latin' | 'latin-ext'}-${400 | 700}-normal.woff2`

/** Where an asset is to be fetched. Its address changes with its content, so it may be kept for a year. */
export type Assets = (name: AssetName) => string

/**
 * Looks assets up in the manifest that `scripts/assets.ts` writes (dist/assets/manifest.json: plain name to hashed
 * name). Throws when the manifest lacks the asset: the assets have not been built, or not from this source.
 */
export function assetPaths(manifest: Readonly<Record<string, string>>, prefix = '/assets/'): Assets {
  return name => {
    const hashed = manifest[name]
    if (!hashed) throw new Error(`No asset "${name}" in the manifest: build the assets first.`)
    return prefix + hashed
  }
}

/** What of a web page is not the document: navigation, banners, controls, and everything that is not shown. */
import { type Element, findElement, hasWords, isElement } from './element-tree.ts'

const neverText = new Set(
  `script style noscript template svg canvas iframe object embed audio video map head title meta link
   button select input textarea option datalist dialog math`.split(/\s+/),
)
const chromeTags = new Set(['nav', 'aside', 'menu', 'search'])
const chromeRoles = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist'.split(' '),
)
/**
 * Names that give chrome away wherever they stand; a heading's own anchor ("consent", "menu") must not be one of
 * them.
 */
const chromeName = startsLike([
  'cookie-?(?:banner|bar|notice|consent|message|popup|policy-banner)|global-cookie-?message',
  'breadcrumbs?(?:$|[-_])|skip-?(?:to|link|nav)|back-?to-?top|pagination|pager|print-?(?:link|page|button)|no-?print',
  '(?:share|social)-?(?:this|links?|buttons?|bar|icons?|media-links?)|related-?(?:links?|pages?|content|items?)',
  'sr-only|visually-?hidden|screen-reader(?:-text)?|gem-c-(?:breadcrumbs|related|cookie|skip)|moj-banner',
  'govuk-(?:breadcrumbs|skip-link|cookie-banner|back-link|phase-banner|visually-hidden|pagination)',
])
const outerName = startsLike([
  '(?:cookies?|consent|gdpr|nav(?:bar|igation)?|main-nav|menu|side-?bar)(?:$|[-_])',
  '(?:page-?(?:header|footer)|header|footer)(?:$|[-_])',
  '(?:site-?(?:nav|header|footer|title|search)|masthead|banner|share|social|related|top-?bar|search)(?:$|[-_])',
])

function startsLike(beginnings: readonly string[]): RegExp {
  return new RegExp(`^(?:${beginnings.join('|')})`, 'i')
}

const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i

/** Whether the element is never text of a document, wherever it stands. */
export function isUnseen({ tag, attributes }: Element): boolean {
  if (neverText.has(tag)) return true
  // A section that is folded up until somebody looks for its words is there to be read.
  const hidden = attributes.hidden !== undefined && attributes.hidden.toLowerCase() !== 'until-found'
  return hidden || hiddenStyle.test(attributes.style ?? '')
}

/** Whether the element belongs to the site round the document. `inside` says that it stands in the main content. */
export function isChrome(found: Element, inside: boolean): boolean {
  const { tag, attributes } = found
  if (chromeTags.has(tag) || attributes['aria-hidden'] === 'true') return true
  if (tag === 'footer' || (tag === 'header' && !inside)) return true
  if (chromeRoles.has((attributes.role ?? '').toLowerCase())) return true
  if (/^(?:h[1-6]|body|main|article)$/.test(tag)) return false
  const names = [attributes.id ?? '', ...(attributes.class ?? '').split(/\s+/)]
  return names.some(name => chromeName.test(name) || (!inside && outerName.test(name)))
}

/**
 * The element that holds the document: the main content where the page says so, else its articles' home, else all.
 */
export function findContent(root: Element): Element {
  const body = findElement(root, found => found.tag === 'body') ?? root
  const isMain = ({ tag, attributes }: Element) => tag === 'main' || attributes.role === 'main'
  const main = findElement(body, found => isMain(found) && hasWords(found))
  if (main) return main
  const articles = childArticles(body)
  return articles.length === 1 && articles[0] && hasMostWords(articles[0], body) ? articles[0] : body
}

function childArticles(body: Element): Element[] {
  const found: Element[] = []
  const waiting = body.children.filter(isElement)
  for (const next of waiting) {
    if (next.tag === 'article') found.push(next)
    else if (!isUnseen(next)) for (const child of next.children) if (isElement(child)) waiting.push(child)
  }
  return found
}

function hasMostWords(part: Element, whole: Element): boolean {
  return countLetters(part) * 2 > countLetters(whole)
}

function countLetters(node: Element | string): number {
  if (!isElement(node)) return node.replace(/\s+/g, '').length
  if (isUnseen(node) || isChrome(node, false)) return 0
  return node.children.reduce((sum, child) => sum + countLetters(child), 0)
}

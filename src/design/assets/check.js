/**
 * Joins the two sides of the check page: the thing under focus is marked on both sides, and single keys walk through the
 * things. The page works without it. Keys do nothing while somebody types, and can be switched off.
 */
const kept = 'heed-check-keys'

const things = () => [...document.querySelectorAll('.heed-joined[id]')]
const isDoubtful = thing => thing.classList.contains('heed-joined--doubtful')
const wordsOf = id => [...document.querySelectorAll(`mark > a[href="#${CSS.escape(id)}"]`)].map(link => link.parentElement)

let current = null

/** The pane that holds an element, when it scrolls by itself; null where the panes stand below each other. */
function scrollingPane(element) {
  const pane = element.closest('.heed-side-by-side__pane')
  return pane && pane.scrollHeight > pane.clientHeight ? pane : null
}

/** Scrolls the pane, and not the page, to an element. */
function reveal(element) {
  const pane = scrollingPane(element)
  if (!pane) return
  const [inner, outer] = [element.getBoundingClientRect(), pane.getBoundingClientRect()]
  if (inner.left < outer.left || inner.right > outer.right) pane.scrollLeft += inner.left - outer.left - 20
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return
  // What is higher than the pane is shown from its beginning.
  pane.scrollTop += inner.top - outer.top - Math.max(20, (pane.clientHeight - inner.height) / 3)
}

function join(thing) {
  if (current === thing) return
  for (const element of document.querySelectorAll('.heed-joined--current, .heed-mark--current')) {
    element.classList.remove('heed-joined--current', 'heed-mark--current')
  }
  current = thing
  if (!thing) return
  thing.classList.add('heed-joined--current')
  const words = wordsOf(thing.id)
  for (const mark of words) mark.classList.add('heed-mark--current')
  if (words[0]) reveal(words[0])
}

/** Puts the focus on a thing, which joins it, with both sides in sight where they stand beside each other. */
function focusOn(thing) {
  thing.tabIndex = -1
  thing.focus({ preventScroll: true })
  const pane = scrollingPane(thing)
  if (pane) pane.parentElement.scrollIntoView({ block: 'start' })
  else thing.scrollIntoView({ block: 'nearest' })
  reveal(thing)
  join(thing)
}

function step(by, wanted = () => true) {
  const all = things()
  const from = current ? all.indexOf(current) : by > 0 ? -1 : all.length
  for (let at = from + by; at >= 0 && at < all.length; at += by) {
    if (wanted(all[at])) return focusOn(all[at])
  }
  if (wanted !== isDoubtful) return
  const onward = (current ?? document).querySelector('[data-next-doubt]') ?? document.querySelector('[data-first-doubt]')
  if (onward) location.assign(onward.href)
}

function openHelp() {
  const help = document.getElementById('keys')
  help.open = true
  help.querySelector('summary').focus()
}

const keys = {
  n: () => step(1, isDoubtful),
  j: () => step(1),
  k: () => step(-1),
  c: () => current?.querySelector('.heed-check-correct')?.click(),
  '?': openHelp,
}

const isTyping = target => target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')

function listen() {
  const box = document.getElementById('keys-on')
  box.closest('p').hidden = false
  box.checked = localStorage.getItem(kept) !== 'off'
  box.addEventListener('change', () => localStorage.setItem(kept, box.checked ? 'on' : 'off'))
  document.addEventListener('keydown', event => {
    if (!box.checked || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
}

document.addEventListener('focusin', event => {
  const thing = event.target.closest('.heed-joined[id]')
  if (thing) join(thing)
})
document.addEventListener('click', event => {
  const link = event.target.closest('mark > a[href^="#"]')
  const thing = link && document.getElementById(link.getAttribute('href').slice(1))
  if (!thing) return
  event.preventDefault()
  history.replaceState(null, '', link.getAttribute('href'))
  focusOn(thing)
})

listen()
const asked = document.getElementById(location.hash.slice(1))
// The browser scrolls to what the address names while the page loads, which would hide the bar; so this comes after it.
if (asked?.matches('.heed-joined')) {
  focusOn(asked)
  addEventListener('load', () => requestAnimationFrame(() => focusOn(asked)))
}

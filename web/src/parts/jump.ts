/**
 * Goes to the heading of a panel. No link does it: the fragment of the address holds the state of the page.
 */
export function jump(id: string) {
  const heading = document.getElementById(id)
  heading?.scrollIntoView()
  heading?.focus({ preventScroll: true })
}

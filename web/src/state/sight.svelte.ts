// Whether the answer at the top can be seen where the reader is.

class Sight {
  answer = $state(true)

  /** For the element that says the answer. */
  watched = (element: Element) => {
    const observer = new IntersectionObserver((entries) => {
      this.answer = entries.at(-1)?.isIntersecting ?? true
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      this.answer = true
    }
  }
}

export const sight = new Sight()

// Links and addresses in a text: a letter changed there leads nowhere.

const link = /:\/\/|^www\.|@|\.(?:go\.id|id|com|org|net)(?:\W|$)/i

/** @returns whether a place (UTF-16 units) stands in a word that is a link or an address */
export function linkFinder(text: string): (at: number) => boolean {
  const links = Array.from(text.matchAll(/\S+/g)).filter(([word]) => link.test(word))
  return (at) => {
    let [low, high] = [0, links.length]
    // The last that begins no later.
    while (low < high) {
      const middle = (low + high) >> 1
      if (links[middle]!.index <= at) low = middle + 1
      else high = middle
    }
    const found = links[low - 1]
    return found !== undefined && at < found.index + found[0].length
  }
}

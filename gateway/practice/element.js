// Builds page elements from text. Records reach the page as text only, never as markup.

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : value)
  }
  node.append(...children)
  return node
}

/** A list of terms and their values, for the facts at the head of a complaint or letter. */
export function factList(facts) {
  const rows = facts.map(([term, value]) =>
    element('div', {}, element('dt', {}, term), element('dd', {}, value)),
  )
  return element('dl', { class: 'fakta' }, ...rows)
}

/** Real portals carry text that nobody sees; a reader must leave it out. */
export function hiddenNote(text) {
  return element('div', { class: 'tak-tampil' }, text)
}

import { h, render } from 'preact'
import { useState } from 'preact/hooks'

function Reply() {
  const [text, setText] = useState('Yth. Ibu Sari, salam.')
  window.held = () => text
  return [
    h('textarea', {
      id: 'tanggapan',
      rows: 8,
      cols: 50,
      value: text,
      onInput: (event) => setText(event.target.value),
    }),
    h('input', { type: 'hidden', name: 'tanggapan', value: text }),
  ]
}

render(h(Reply), document.getElementById('app'))

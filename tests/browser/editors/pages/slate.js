import { createElement as h, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createEditor, Node } from 'slate'
import { withHistory } from 'slate-history'
import { Editable, Slate, withReact } from 'slate-react'

function Reply() {
  const [editor] = useState(() => withHistory(withReact(createEditor())))
  const [text, setText] = useState('Yth. Ibu Sari, salam.')
  window.held = () => editor.children.map((node) => Node.string(node)).join('\n')
  return [
    h(
      Slate,
      {
        key: 1,
        editor,
        initialValue: [{ type: 'paragraph', children: [{ text }] }],
        onChange: () => setText(window.held()),
      },
      h(Editable, { 'aria-label': 'Tanggapan' }),
    ),
    h('input', { key: 2, type: 'hidden', name: 'tanggapan', value: text }),
  ]
}

createRoot(document.getElementById('app')).render(h(Reply))

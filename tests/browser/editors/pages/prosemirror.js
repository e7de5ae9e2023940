import { exampleSetup } from 'prosemirror-example-setup'
import { schema } from 'prosemirror-schema-basic'
import { EditorState } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import { DOMParser } from '@tiptap/pm/model'

const content = document.createElement('div')
content.innerHTML = '<p>Yth. Ibu Sari, salam.</p>'
const doc = DOMParser.fromSchema(schema).parse(content)
const view = new EditorView(document.getElementById('kotak'), {
  state: EditorState.create({ doc, plugins: exampleSetup({ schema }) }),
})
window.held = () =>
  view.state.doc.textBetween(0, view.state.doc.content.size, '\n', (leaf) =>
    leaf.type.name === 'hard_break' ? '\n' : '',
  )

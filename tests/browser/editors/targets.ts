// What a draft is put into: fields, frameworks and editors as portals have them.
import type { Column } from './table.ts'

export interface Target {
  name: string
  /** Name of the page in pages/, with its query. */
  page: string
  /** What is clicked and typed into. */
  field: string
  /** The frame that holds the form, if it is not the page itself. */
  form?: string
  /** The frame inside the form's that the editor types in. */
  frame?: string
  oneLine?: boolean
  /** The focus leaves the field before the draft comes, and after: the portal does something then. */
  leaves?: boolean
  /** What can't be had by hand either, and why. */
  cannot?: Partial<Record<Column, string>>
}

export interface Refusing extends Target {
  why: string
}

const own = '#tanggapan'
const editorFrame = 'iframe'
const tinymce = (version: number): Target[] => [
  { name: `TinyMCE ${version}`, page: `tinymce?version=${version}`, field: 'body', frame: editorFrame },
  { name: `TinyMCE ${version} inline`, page: `tinymce?version=${version}&inline`, field: own },
]

export const targets: readonly Target[] = [
  { name: 'textarea', page: 'textarea', field: own },
  { name: 'input satu baris', page: 'input', field: own, oneLine: true },
  { name: 'textarea dengan maxlength', page: 'maxlength', field: own },
  { name: 'React 18', page: 'react', field: own },
  { name: 'React 18, input terkendali', page: 'react-input', field: own, oneLine: true },
  { name: 'Preact', page: 'preact', field: own },
  { name: 'Vue', page: 'vue', field: own },
  { name: 'Vue lazy', page: 'vue-lazy', field: own, leaves: true },
  { name: 'Alpine', page: 'alpine', field: own },
  { name: 'contenteditable', page: 'editable', field: own },
  { name: 'contenteditable bertingkat', page: 'editable-nested', field: own },
  { name: 'contenteditable plaintext-only', page: 'plaintext-only', field: own },
  { name: 'iframe designMode', page: 'design-mode', field: 'body', frame: editorFrame },
  { name: 'iframe asal sama', page: 'frame', field: own, form: 'iframe' },
  { name: 'iframe sandbox', page: 'sandbox', field: own, form: 'iframe' },
  { name: 'iframe srcdoc', page: 'srcdoc', field: own, form: 'iframe' },
  { name: 'iframe about:blank', page: 'written-frame', field: own, form: 'iframe' },
  { name: 'shadow root terbuka', page: 'shadow', field: own },
  { name: 'contenteditable dalam shadow root terbuka', page: 'shadow?editable', field: own, leaves: true },
  { name: 'dialog modal', page: 'dialog', field: own },
  { name: 'modal dengan jebakan fokus', page: 'modal', field: own },
  { name: 'kolom yang dirender ulang', page: 'rerender', field: own, leaves: true },
  ...tinymce(4),
  ...tinymce(5),
  ...tinymce(6),
  ...tinymce(7),
  { name: 'CKEditor 4', page: 'ckeditor4', field: 'body', frame: editorFrame },
  { name: 'CKEditor 4 inline', page: 'ckeditor4?inline', field: own },
  { name: 'CKEditor 5', page: 'ckeditor5', field: '.ck-content' },
  { name: 'Quill 1', page: 'quill1', field: '.ql-editor' },
  { name: 'Quill 2', page: 'quill', field: '.ql-editor' },
  { name: 'Summernote', page: 'summernote', field: '.note-editable' },
  { name: 'Trix', page: 'trix', field: 'trix-editor' },
  { name: 'Jodit', page: 'jodit', field: '.jodit-wysiwyg' },
  { name: 'SunEditor', page: 'suneditor', field: '.sun-editor-editable' },
  { name: 'Trumbowyg', page: 'trumbowyg', field: '.trumbowyg-editor' },
  { name: 'Editor.js', page: 'editorjs', field: '.ce-paragraph' },
  { name: 'Toast UI Markdown', page: 'toastui', field: '.toastui-editor-md-container .ProseMirror' },
  { name: 'Toast UI WYSIWYG', page: 'toastui?wysiwyg', field: '.toastui-editor-ww-container .ProseMirror' },
  { name: 'Tiptap', page: 'tiptap', field: '.ProseMirror' },
  { name: 'ProseMirror', page: 'prosemirror', field: '.ProseMirror' },
  { name: 'Lexical', page: 'lexical', field: own },
  { name: 'Draft.js', page: 'draft-js', field: '.public-DraftEditor-content' },
  { name: 'Slate', page: 'slate', field: '[data-slate-editor]' },
  { name: 'CodeMirror 6', page: 'codemirror', field: '.cm-content' },
  { name: 'TinyMCE 5 dengan plugin paste', page: 'tinymce-paste', field: 'body', frame: editorFrame },
  { name: 'TinyMCE 6 dalam modal', page: 'tinymce-modal', field: 'body', frame: editorFrame },
  { name: 'EasyMDE', page: 'easymde', field: '.CodeMirror-code' },
  { name: 'halaman yang memaksakan gaya', page: 'hostile-style', field: own },
  { name: 'halaman yang mengganti fungsi peramban', page: 'hostile-prototypes', field: own },
  { name: 'halaman yang melarang tempel dan salin', page: 'hostile-handlers', field: own },
  { name: 'contenteditable yang melarang tempel', page: 'hostile-editable', field: own },
  { name: 'halaman dengan Trusted Types', page: 'textarea?trusted-types', field: own },
  { name: 'contenteditable dengan Trusted Types', page: 'editable?trusted-types', field: own },
  { name: 'halaman dengan COEP dan COOP', page: 'textarea?isolated', field: own },
]

const readOnly = 'Hanya dapat dibaca.'

export const refusing: readonly Refusing[] = [
  ...[4, 5, 6, 7].map((version) => ({
    name: `TinyMCE ${version} hanya-baca`,
    page: `tinymce?version=${version}&readonly`,
    field: 'body',
    frame: editorFrame,
    why: readOnly,
  })),
  {
    name: 'CKEditor 4 hanya-baca',
    page: 'ckeditor4?readonly',
    field: 'body',
    frame: editorFrame,
    why: readOnly,
  },
  { name: 'CKEditor 5 hanya-baca', page: 'ckeditor5?readonly', field: '.ck-content', why: readOnly },
  { name: 'Quill 2 hanya-baca', page: 'quill?readonly', field: '.ql-editor', why: readOnly },
  { name: 'Summernote nonaktif', page: 'summernote?readonly', field: '.note-editable', why: readOnly },
  {
    name: 'shadow root tertutup',
    page: 'shadow?closed',
    field: 'kotak-tanggapan',
    why: 'Ekstensi tidak dapat melihat isinya.',
  },
  {
    name: 'iframe asal lain tanpa izin',
    page: 'cross-origin',
    field: own,
    form: 'iframe',
    why: 'Peramban memberi ekstensi akses ke asal halaman saja.',
  },
]

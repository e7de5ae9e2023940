import { createApp, h, ref, vModelText, withDirectives } from 'vue'

// With ?lazy, as v-model.lazy: only `change` reaches the model.
const lazy = new URL(import.meta.url).search === '?lazy'
createApp({
  setup() {
    const text = ref('Yth. Ibu Sari, salam.')
    window.held = () => text.value
    return () => [
      withDirectives(
        h('textarea', {
          id: 'tanggapan',
          rows: 8,
          cols: 50,
          'onUpdate:modelValue': (value) => (text.value = value),
        }),
        [[vModelText, text.value, '', lazy ? { lazy: true } : {}]],
      ),
      h('input', { type: 'hidden', name: 'tanggapan', value: text.value }),
    ]
  },
}).mount('#app')

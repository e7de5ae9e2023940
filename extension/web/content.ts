// The page script as it is, loaded by the panel into the practice portal and its frames.
import content from '../entrypoints/content.ts'

void content.main?.(undefined as never)

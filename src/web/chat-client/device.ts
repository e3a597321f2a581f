/** Phones are narrower than this, whichever way they are held, in CSS pixels. */
const widestPhone = 600;

/**
 * Of the device, no more than whether it is a phone: it is kept with the answers, to see whether the way suits phones. A finger is its
 * pointer: a computer's screen may seem as narrow to whoever enlarges the page.
 */
export const device = () =>
  matchMedia('(pointer: coarse)').matches && Math.min(screen.width, screen.height) < widestPhone
    ? 'phone'
    : 'computer';

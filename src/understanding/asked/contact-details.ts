/** A telephone number of ten digits or more, French or international, however it is spaced; or an e-mail address. */
const telephone = /(?<!\d)(?:(?:\+|00)\d{1,3}[\s.-]*(?:\(0\)[\s.-]*)?\d|0[1-9])(?:[\s.-]?\d{2}){4}(?!\d)/;
const mail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/;

/** Whether a text tells how to reach somebody: nothing of it is to be kept. Looks at its first 4,000 signs. */
export function holdsContact(text: string): boolean {
  const plain = text.slice(0, 4000).normalize('NFKC');
  return telephone.test(plain) || mail.test(plain);
}

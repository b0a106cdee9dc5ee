// Ids made in the browser. Not crypto.randomUUID: that does not exist where a page comes by plain http from
// another machine.

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** A random id: a prefix and 16 letters (80 bits). */
export function newId(prefix, random = (bytes) => crypto.getRandomValues(bytes)) {
  const bytes = random(new Uint8Array(16));
  return prefix + Array.from(bytes, (b) => LETTERS[b & 31]).join('');
}

/** @file Base64 to bytes, for data that travels inside the program's text. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** @throws RangeError at a character that is none of the alphabet's, or if the text is cut off. */
export const decodeBase64 = (text: string): Uint8Array<ArrayBuffer> => {
  const digits = text.replace(/={1,2}$/, '');
  if (digits.length % 4 === 1) throw new RangeError('base64 text is cut off');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let at = 0;
  let bits = 0;
  let held = 0;
  for (const digit of digits) {
    const value = ALPHABET.indexOf(digit);
    if (value < 0) throw new RangeError(`'${digit}' is no base64 digit`);
    bits = (bits << 6) | value;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = (bits >> held) & 255;
    }
  }
  return bytes;
};

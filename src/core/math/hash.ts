/** @file State hashing: 64-bit FNV-1a over numbers as IEEE bytes, printed as 16 hex digits. */

export interface Hasher {
  number(value: number): Hasher;
  text(value: string): Hasher;
  digest(): string;
}

const scratch = new DataView(new ArrayBuffer(8));

/** Two interleaved 32-bit FNV-1a lanes: exact in every engine, no BigInt on the hot path. */
export const createHasher = (): Hasher => {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  const byte = (v: number) => {
    a = Math.imul(a ^ v, 0x01000193);
    b = Math.imul(b ^ (v + 0x3d), 0x01000193);
  };
  const self: Hasher = {
    number: (value) => {
      // -0 and 0 are one state; NaN has one bit pattern here
      scratch.setFloat64(0, value === 0 ? 0 : value);
      for (let i = 0; i < 8; i++) byte(scratch.getUint8(i));
      return self;
    },
    text: (value) => {
      for (let i = 0; i < value.length; i++) {
        byte(value.charCodeAt(i) & 0xff);
        byte(value.charCodeAt(i) >>> 8);
      }
      return self;
    },
    digest: () => (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0'),
  };
  return self;
};

/** @file AssemblyScript imported with ?wasm: the build compiles it and gives the module's bytes. */

declare module '*.ts?wasm' {
  export const base64: string;
}

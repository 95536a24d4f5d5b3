/** @file Verb `phantom`: point scatterers through the probe's beam and pulse, as complex baseband lines. */
import { PhantomError, renderPhantom } from '../core/ultrasound/phantom.ts';
import { ImagingSettingsError } from '../core/ultrasound/settings.ts';
import { CLI_PROBLEMS, InputError } from '../io/errors.ts';
import { readPhantomFile } from '../io/phantom-file.ts';
import { readArguments } from './arguments.ts';
import { readBytes, writeBytes } from './files.ts';
import { type CliHost, EXIT, type ExitStatus } from './host.ts';
import { oneWord } from './words.ts';

export const phantom = (argv: readonly string[], host: CliHost): ExitStatus => {
  const args = readArguments(argv, ['out']);
  const file = oneWord(args.words, CLI_PROBLEMS.phantomFile());
  const target = args.options.get('out');
  if (target === undefined) throw new InputError('--out', '', CLI_PROBLEMS.needed());
  const spec = readPhantomFile(readBytes(host, file), file);
  const { lines, samples, data } = rendered(spec, file);
  writeBytes(host, target, new Uint8Array(data.buffer));
  const answer = { lines, samples, mmPerSample: spec.sampleMm, rangeMm: spec.rangeMm };
  host.print(`${JSON.stringify(answer, null, 2)}\n`);
  return EXIT.fine;
};

/** What the model refuses is bad input of this file. */
const rendered = (spec: Parameters<typeof renderPhantom>[0], file: string) => {
  try {
    return renderPhantom(spec);
  } catch (error) {
    if (!(error instanceof PhantomError || error instanceof ImagingSettingsError)) throw error;
    throw new InputError(file, error.field, error.message.slice(error.field.length + 1));
  }
};

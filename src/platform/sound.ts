/** @file A quiet synthesiser on WebAudio: one hum, one rustle, clicks. No files. Nothing here throws: no WebAudio, no sound. */

export interface SoundVoice {
  readonly toneGain: number;
  readonly toneHz: number;
  readonly scrapeGain: number;
  readonly scrapeHz: number;
}

export interface SoundClick {
  readonly hz: number;
  readonly toHz: number;
  readonly gain: number;
  readonly seconds: number;
}

export interface Sound {
  /** Glides to the voice. */
  voice(voice: SoundVoice): void;
  /** Plays them one after the other. */
  clicks(clicks: readonly SoundClick[]): void;
  close(): void;
}

/** Time constant of glides, s: smooth, and still with the hand. */
const GLIDE_S = 0.03;
const NOISE_S = 1;

/** Even noise from a small generator: the same rustle on every machine. */
const noiseOf = (context: AudioContext): AudioBuffer => {
  const buffer = context.createBuffer(1, Math.round(NOISE_S * context.sampleRate), context.sampleRate);
  const data = buffer.getChannelData(0);
  let seed = 1;
  for (let i = 0; i < data.length; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    data[i] = seed / 2147483648 - 1;
  }
  return buffer;
};

const build = (): Sound => {
  const context = new AudioContext({ latencyHint: 'interactive' });
  const out = context.createDynamicsCompressor();
  out.connect(context.destination);

  const toneGain = context.createGain();
  toneGain.gain.value = 0;
  const tone = context.createOscillator();
  tone.type = 'triangle';
  tone.connect(toneGain).connect(out);
  tone.start();

  const scrapeGain = context.createGain();
  scrapeGain.gain.value = 0;
  const band = context.createBiquadFilter();
  band.type = 'bandpass';
  band.Q.value = 1.2;
  const noise = context.createBufferSource();
  noise.buffer = noiseOf(context);
  noise.loop = true;
  noise.connect(band).connect(scrapeGain).connect(out);
  noise.start();

  const click = ({ hz, toHz, gain, seconds }: SoundClick, at: number): void => {
    const envelope = context.createGain();
    envelope.gain.setValueAtTime(gain, at);
    envelope.gain.exponentialRampToValueAtTime(Math.max(1e-4, gain / 1000), at + seconds);
    const source = context.createOscillator();
    source.frequency.setValueAtTime(hz, at);
    source.frequency.exponentialRampToValueAtTime(toHz, at + seconds);
    source.connect(envelope).connect(out);
    source.start(at);
    source.stop(at + seconds);
  };

  void context.resume().catch(() => {});
  return {
    voice: (voice) => {
      const now = context.currentTime;
      toneGain.gain.setTargetAtTime(voice.toneGain, now, GLIDE_S);
      tone.frequency.setTargetAtTime(voice.toneHz, now, GLIDE_S);
      scrapeGain.gain.setTargetAtTime(voice.scrapeGain, now, GLIDE_S);
      band.frequency.setTargetAtTime(voice.scrapeHz, now, GLIDE_S);
    },
    clicks: (clicks) => {
      let at = context.currentTime;
      for (const one of clicks) {
        if (one.gain > 0) click(one, at);
        at += one.seconds;
      }
    },
    close: () => void context.close().catch(() => {}),
  };
};

/** Call it from a user's gesture: browsers keep sound from pages that nobody has touched. Null without WebAudio. */
export const createSound = (): Sound | null => {
  try {
    return typeof AudioContext === 'undefined' ? null : build();
  } catch {
    return null;
  }
};

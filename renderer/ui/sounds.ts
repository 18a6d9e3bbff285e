/** What the till says without words. Never alone: a message or a line on screen says the same. */
export type Sound = 'accepted' | 'attention' | 'refused' | 'paid';

/** A tone: pitch in hertz, start and length in seconds. */
type Tone = readonly [pitch: number, start: number, length: number];

const TUNES: Readonly<Record<Sound, readonly Tone[]>> = {
  accepted: [[1320, 0, 0.06]],
  attention: [[660, 0, 0.28]],
  refused: [
    [220, 0, 0.14],
    [196, 0.18, 0.18],
  ],
  paid: [
    [880, 0, 0.09],
    [1175, 0.11, 0.14],
  ],
};

const LOUDNESS = 0.08;

let audio: AudioContext | null = null;

/** Plays a sound where the computer can; a till without a loudspeaker sells all the same. */
export function play(sound: Sound): void {
  audio ??= new AudioContext();
  // A page may make no sound before the first key or click; that first one wakes it.
  if (audio.state === 'suspended') void audio.resume();
  for (const [pitch, start, length] of TUNES[sound]) sing(audio, pitch, audio.currentTime + start, length);
}

function sing(context: AudioContext, pitch: number, at: number, length: number): void {
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.frequency.value = pitch;
  loudness.gain.setValueAtTime(LOUDNESS, at);
  // Fades out, or the loudspeaker would click.
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + length);
  tone.connect(loudness).connect(context.destination);
  tone.start(at);
  tone.stop(at + length);
}

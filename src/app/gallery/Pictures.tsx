/**
 * @file The small pictures of a card, drawn once on plain canvases: a browser has graphics contexts for few at a time.
 * They are drawn before the browser paints, so that no card shows an empty square for a frame.
 */
import { useLayoutEffect, useRef } from 'react';
import type { PolarFrame } from '../../core/ultrasound/frame.ts';
import { createCpuScan } from '../../viewer/cross-section/scan-picture.ts';
import { GALLERY_VIEW } from './gallery-view.ts';
import { paintTruth } from './truth-colours.ts';

/** Pixels along a side of a card's image. */
const IMAGE_SIDE = 320;

interface ImageThumbProps {
  readonly frame: PolarFrame;
  readonly className: string | undefined;
}

export const ImageThumb = ({ frame, className }: ImageThumbProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (context) createCpuScan(context).draw({ frame, view: { ...GALLERY_VIEW, rotationRad: 0, gamma: 1 } });
  }, [frame]);
  return <canvas ref={canvas} className={className} width={IMAGE_SIDE} height={IMAGE_SIDE} />;
};

interface TruthPictureProps {
  /** Of a square picture, row by row. */
  readonly labels: Uint8Array;
  readonly className?: string | undefined;
  /** Accessible name; without it the picture is decoration. */
  readonly name?: string;
}

export const TruthPicture = ({ labels, className, name }: TruthPictureProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const side = Math.round(Math.sqrt(labels.length));
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || side === 0) return;
    const pixels = context.createImageData(side, side);
    paintTruth(labels, pixels.data);
    context.putImageData(pixels, 0, 0);
  }, [labels, side]);
  const semantics = name === undefined ? {} : { role: 'img', 'aria-label': name };
  return <canvas ref={canvas} className={className} width={side} height={side} {...semantics} />;
};

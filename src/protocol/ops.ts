/**
 * @file The form of every worker operation: one request, one reply, by name.
 *
 * Failures that belong to the domain (stale tissue, a refused command) are replies; only broken machinery rejects.
 */

/** Name -> [request, reply]. */
export type OpMap = Record<string, readonly [unknown, unknown]>;

/** What a worker exposes for an op map. */
export type Api<Ops> = {
  readonly [K in keyof Ops]: Ops[K] extends readonly [infer Request, infer Reply]
    ? (request: Request) => Reply | Promise<Reply>
    : never;
};

export type RequestOf<Ops, K extends keyof Ops> = Ops[K] extends readonly [infer Request, unknown]
  ? Request
  : never;
export type ReplyOf<Ops, K extends keyof Ops> = Ops[K] extends readonly [unknown, infer Reply]
  ? Reply
  : never;

/** First call on every link: tells that the worker's code is loaded and speaks the same protocol. */
export interface Hello {
  readonly worker: string;
  readonly protocol: number;
}

/** Raised with every change of the operations; both sides come from one build, so a difference is a mixed cache. */
export const PROTOCOL_VERSION = 3;

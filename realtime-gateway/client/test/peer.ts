export type Frame = { id: number } & Record<string, unknown>;

/** The server's end of whatever carries the protocol. */
export abstract class Peer {
  readonly sent: Frame[] = [];
  closedByClient = false;
  /** Hears of each message, for a server that answers by itself. */
  onFrame: (frame: Frame) => void = () => {};
  onGone: () => void = () => {};

  abstract deliver(message: unknown): void;

  /** Closes it, with a code of the server's or with 1006 for a line that breaks. */
  abstract end(code: number, reason?: string): void;

  /** The requests of one kind, in the order they were sent. */
  requests(kind: string): Frame[] {
    return this.sent.filter(frame => kind in frame);
  }

  last(kind: string): Frame {
    const frame = this.requests(kind).at(-1);
    if (!frame) throw new Error(`no ${kind} was sent; sent: ${JSON.stringify(this.sent)}`);
    return frame;
  }

  answer(kind: string, result: unknown): void {
    this.deliver({ id: this.last(kind).id, result });
  }

  refuse(kind: string, error: unknown): void {
    this.deliver({ id: this.last(kind).id, error });
  }

  protected take(text: string): void {
    const frame = JSON.parse(text) as Frame;
    this.sent.push(frame);
    this.onFrame(frame);
  }

  protected closed(): void {
    this.closedByClient = true;
    this.onGone();
  }
}

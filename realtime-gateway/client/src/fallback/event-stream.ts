/** An event of a `text/event-stream`. */
export interface StreamEvent {
  /** Empty for one without a name. */
  name: string;
  data: string;
}

/** An event that does not end within this many characters is none of the gateway's. */
export const EVENT_CHARACTERS_MAX = 4 * 1_024 * 1_024;

/** Reads server-sent events (WHATWG HTML §9.2.6) from pieces that are cut anywhere. */
export class EventStream {
  #rest = '';
  #name = '';
  #data: string[] = [];
  #characters = 0;

  /** The events that end in this piece. */
  feed(piece: string): StreamEvent[] {
    const events: StreamEvent[] = [];
    // A carriage return at the very end may be the first half of a line's end.
    const text = this.#rest + piece;
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const lines = whole.split(/\r\n|\n|\r/);
    this.#rest = (lines.pop() ?? '') + text.slice(whole.length);
    for (const line of lines) {
      this.#characters += line.length;
      if (line === '') this.#finish(events);
      else this.#take(line);
    }
    if (this.#characters + this.#rest.length > EVENT_CHARACTERS_MAX) throw new Error('an event does not end');
    return events;
  }

  #take(line: string): void {
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#data.push(value);
    if (field === 'event') this.#name = value;
  }

  #finish(events: StreamEvent[]): void {
    if (this.#data.length > 0) events.push({ name: this.#name, data: this.#data.join('\n') });
    this.#data = [];
    this.#name = '';
    this.#characters = 0;
  }
}

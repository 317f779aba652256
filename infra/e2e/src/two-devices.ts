import type { Browser } from 'playwright-core';
import { FloorPage } from './floor-page.ts';
import type { Login } from './running-floor.ts';
import { launch, signIn, Visitor } from './visitor.ts';

/** A dark desk and a light telephone, each with a browser profile of its own. */
export class TwoDevices {
  readonly desk: Visitor;
  readonly telephone: Visitor;
  readonly #browser: Browser;

  private constructor(browser: Browser, desk: Visitor, telephone: Visitor) {
    this.#browser = browser;
    this.desk = desk;
    this.telephone = telephone;
  }

  static async arrive(executable: string, address: string): Promise<TwoDevices> {
    const browser = await launch(executable);
    const desk = await Visitor.arrive(browser, address);
    const viewport = { width: 390, height: 844 };
    return new TwoDevices(
      browser,
      desk,
      await Visitor.arrive(browser, address, { scheme: 'light', viewport }),
    );
  }

  /** Somebody signs in on one of them and waits until the floor is live. */
  async signIn(visitor: Visitor, login: Login | undefined): Promise<FloorPage> {
    if (!login) throw new Error('the floor has too few people');
    const page = await visitor.open();
    await signIn(page, login);
    return new FloorPage(page).live();
  }

  get complaints(): string[] {
    return [...this.desk.complaints, ...this.telephone.complaints];
  }

  /** Leaves pictures of both as they are now. */
  async leave(name: string): Promise<void> {
    await this.desk.leave(`${name}-desk`);
    await this.telephone.leave(`${name}-telephone`);
    await this.#browser.close();
  }
}

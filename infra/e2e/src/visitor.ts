import { mkdirSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Login } from './running-floor.ts';

const SWITCHES = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
/** How long a person waits for anything to appear. */
const PATIENCE_MS = 90_000;
const PICTURES = new URL('../target/', import.meta.url).pathname;

export interface Device {
  scheme: 'dark' | 'light';
  viewport: { width: number; height: number };
}

const DESK: Device = { scheme: 'dark', viewport: { width: 1440, height: 900 } };

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: SWITCHES });
}

/** A person at a browser of their own, whose device remembers between visits. Its complaints are collected. */
export class Visitor {
  readonly complaints: string[] = [];
  readonly #context: BrowserContext;
  readonly #address: string;

  private constructor(context: BrowserContext, address: string) {
    this.#context = context;
    this.#address = address;
  }

  static async arrive(browser: Browser, address: string, device: Device = DESK): Promise<Visitor> {
    const { scheme: colorScheme, viewport } = device;
    const context = await browser.newContext({ viewport, colorScheme });
    context.setDefaultTimeout(PATIENCE_MS);
    return new Visitor(context, address);
  }

  async open(): Promise<Page> {
    const page = await this.#context.newPage();
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', error => this.complaints.push(error.message));
    page.on('request', request => {
      if (new URL(request.url()).origin !== new URL(this.#address).origin) {
        this.complaints.push(`request to another place: ${request.url()}`);
      }
    });
    await page.goto(this.#address);
    return page;
  }

  async leave(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    for (const page of this.#context.pages()) await page.screenshot({ path: `${PICTURES}${name}.png` });
    await this.#context.close();
  }
}

export async function signIn(page: Page, login: Login): Promise<void> {
  await page.getByLabel('User').fill(login.user);
  await page.getByLabel('Password').fill(login.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export function firstLogin(logins: Login[]): Login {
  const [login] = logins;
  if (!login) throw new Error('the floor names no logins');
  return login;
}

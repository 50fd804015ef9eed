import { z } from 'zod';
import { declaredErrors } from '../errors.ts';
import type { ApiDescription, ApiExample, Route } from './route.ts';

/** OpenAPI 3.1 from the same schemas that validate: a route with an `api` description stands in it, nothing else does. */
export function openApi(routes: readonly Route[], info: { title: string; version: string }): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    if (!route.api) continue;
    // A parameter may carry a pattern, itself with counts in braces: `:id{[0-9a-f-]{36}}`.
    const path = route.path.replace(/:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g, '{$1}');
    const parameters = [...path.matchAll(/\{(\w+)\}/g)].map((match) => ({
      name: match[1],
      in: 'path',
      required: true,
      schema: { type: 'string' },
    }));
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        summary: route.api.summary,
        security: [{ token: [route.api.scope] }],
        parameters: [
          ...parameters,
          ...headerParameters(route.api),
          ...(route.method === 'GET' ? queryParameters(route.query) : []),
        ],
        ...(route.method === 'GET'
          ? {}
          : {
              requestBody: {
                required: true,
                content: {
                  'application/json': {
                    schema: jsonSchema(route.body, 'input'),
                    ...examplesOf(route.api, (example) => example.request),
                  },
                },
              },
            }),
        responses: {
          '200': {
            description: 'OK',
            content: {
              'application/json': {
                schema: jsonSchema(route.api.answer, 'output'),
                ...examplesOf(route.api, (example) => example.answer),
              },
            },
          },
          default: {
            description: 'Error',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
          },
        },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info,
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: errorSchema() },
    },
  };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function headerParameters({ headers }: ApiDescription): object[] {
  return (headers ?? []).map(({ name, description }) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  }));
}

function examplesOf(
  { examples }: ApiDescription,
  pick: (example: ApiExample) => unknown,
): { examples?: Record<string, { summary: string; value: unknown }> } {
  const shown = (examples ?? []).filter((example) => pick(example) !== undefined);
  if (shown.length === 0) return {};
  return {
    examples: Object.fromEntries(
      shown.map((example) => [example.name, { summary: example.summary, value: pick(example) }]),
    ),
  };
}

function queryParameters(query: z.ZodType | undefined): object[] {
  if (query === undefined) return [];
  const schema = jsonSchema(query, 'input') as { properties?: Record<string, object>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }));
}

function errorSchema(): object {
  const text = { type: 'string' };
  return {
    type: 'object',
    required: ['error'],
    properties: {
      error: {
        type: 'object',
        required: ['code', 'message', 'remedy', 'fields', 'requestId'],
        properties: {
          code: { type: 'string', enum: [...declaredErrors.keys()].sort() },
          message: text,
          remedy: text,
          requestId: text,
          fields: { type: 'array', items: { type: 'object', properties: { field: text, message: text } } },
        },
      },
    },
  };
}

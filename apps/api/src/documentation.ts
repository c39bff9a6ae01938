import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { renderReference } from './reference.ts';

const about = {
  title: 'Lateral',
  version: '0.1.0',
  description:
    'The operations platform of a schools partnership. Errors are application/problem+json; lists go on from an opaque cursor; days are plain dates in London.',
};

/** `/openapi.json` and, for people, `/docs`: both made from the contract that the routes are mounted from. */
export async function documentation(app: FastifyInstance) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: about,
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    transform: (input) => {
      const { schema, url } = jsonSchemaTransform(input as never) as {
        schema: Record<string, unknown>;
        url: string;
      };
      const may = input.route.config?.may;
      const secured = may === undefined || may === 'anyone' ? {} : { security: [{ token: [] }] };
      const rule = may === undefined ? {} : { 'x-may': may };
      return { schema: { ...schema, ...secured, ...rule, ...(may ? {} : { hide: true }) } as never, url };
    },
    transformObject: jsonSchemaTransformObject as never,
  });
  app.get('/openapi.json', { schema: { hide: true } as never }, async (_request, reply) =>
    reply.type('application/json').send(app.swagger()),
  );
  app.get('/docs', { schema: { hide: true } as never }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(renderReference(app.swagger() as never)),
  );
  app.get('/docs.css', { schema: { hide: true } as never }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(referenceStyle),
  );
}

const referenceStyle = `
body { font: 16px/1.5 system-ui, sans-serif; color: #14231f; max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1, h2 { line-height: 1.2; } h2 { border-top: 1px solid #d5dedb; padding-top: 1.5rem; margin-top: 2rem; text-transform: capitalize; }
section { margin: 1.5rem 0; } code { font-size: .95em; background: #f1f5f3; padding: .1em .3em; border-radius: 4px; overflow-wrap: anywhere; }
.method { font-weight: 700; color: #1f3fa6; } .may { color: #4a5b55; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #e4ebe8; } a { color: #1f3fa6; }
`;

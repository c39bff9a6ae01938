# One image for every process: the API (default), the worker and the migration.
FROM node:24-slim AS build
WORKDIR /lateral
COPY . .
RUN npx -y pnpm@12.21.0 install --frozen-lockfile && npx -y pnpm@12.21.0 --filter @lateral/web build

FROM node:24-slim
WORKDIR /lateral
COPY --from=build --chown=node:node /lateral /lateral
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
EXPOSE 3000
CMD ["node", "scripts/run.mjs", "api"]

# syntax=docker/dockerfile:1
# One file for every image: `--build-arg SERVICE=intake` for a service, `--target operations` for the one-shot jobs.

FROM python:3.11-slim AS build
WORKDIR /build
COPY requirements/build.lock requirements/runtime.lock requirements/
RUN python -m venv /opt/build /opt/app \
    && /opt/build/bin/pip install --no-cache-dir --require-hashes --no-deps -r requirements/build.lock \
    && /opt/app/bin/pip install --no-cache-dir --require-hashes --no-deps -r requirements/runtime.lock


FROM build AS wheels
ARG SERVICE
COPY libs libs
COPY services/${SERVICE} services/${SERVICE}
RUN /opt/build/bin/pip wheel --no-cache-dir --no-deps --no-index --no-build-isolation --wheel-dir wheels \
        libs/chassis libs/workdays libs/official_paper libs/worksheet "services/${SERVICE}" \
    && /opt/app/bin/pip install --no-cache-dir --no-deps --no-index /build/wheels/*.whl


FROM python:3.11-slim AS runtime
ENV PATH=/opt/app/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
RUN groupadd --system --gid 10001 petition \
    && useradd --system --uid 10001 --gid petition --no-create-home --shell /usr/sbin/nologin petition
WORKDIR /srv


# The one-shot jobs: passwords and keys, and the store's replica set and users.
FROM runtime AS operations
COPY --from=build /opt/app /opt/app
COPY deploy/local/src/local_stack /srv/local_stack
USER 10001:10001
ENTRYPOINT ["python", "-m"]


# One service; `rpc`, `worker` or `migrate` is the command.
FROM runtime AS service
ARG SERVICE
ENV SERVICE=${SERVICE}
COPY --from=wheels /opt/app /opt/app
COPY deploy/docker/entrypoint.sh deploy/docker/is_ready.py /srv/
USER 10001:10001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["python", "/srv/is_ready.py"]
ENTRYPOINT ["/bin/sh", "/srv/entrypoint.sh"]
CMD ["worker"]

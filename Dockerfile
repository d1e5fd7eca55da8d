FROM swift:6.3-bookworm AS build
# Versions are those of the image's Debian.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends libcmark-dev make \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN make release \
    && mkdir /release \
    && tar -xzf .build/release-archive/allclear-*.tar.gz -C /release --strip-components 1

FROM debian:bookworm-slim
# git tells `announce --since` what is new, and reports which commit they were made from.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 1000 allclear
COPY --from=build /release /usr/local
USER 1000
WORKDIR /site
ENTRYPOINT ["allclear"]

# Images are named by digest: what is built from is what was looked at.
FROM swift:6.3-bookworm@sha256:7060a792f4cd9eaa0d00826d941cec00ab8d252d33b8b28bc8e105f51f2dba73 AS build
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

FROM debian:bookworm-slim@sha256:abd67ffcfa541b485a3dff59865ab629aa048a6c613e639d36e7456b0b229241
# git tells `announce --since` what is new, and reports which commit they were made from. It reads only repositories of
# the user that the container runs as: /site may be anyone's.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 1000 allclear
COPY --from=build /release /usr/local
USER 1000
WORKDIR /site
ENTRYPOINT ["allclear"]

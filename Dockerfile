# A small image with the program alone: docker run --rm -v "$PWD:/work" seloste check selosteet/
FROM rust:1.92-slim AS build
WORKDIR /src
COPY . .
RUN cargo install --locked --path . --root /out

FROM debian:stable-slim
COPY --from=build /out/bin/seloste /usr/local/bin/seloste
WORKDIR /work
# Notices come from elsewhere; nothing that reads them needs to be root.
USER 65534
ENTRYPOINT ["seloste"]

# syntax=docker/dockerfile:1
# One image for web server, worker and beat; compose.yaml says which command makes it which.

FROM python:3.13-slim AS build
WORKDIR /srv/honpolgar
COPY requirements.txt ./
COPY portal/bootstrap.py portal/
RUN python -I portal/bootstrap.py setup
COPY . .
# Static files are gathered under production settings; the secrets of this one step open nothing.
RUN python -I portal/bootstrap.py setup \
 && HONPOLGAR_MODE=production HONPOLGAR_WITHOUT_SCANNER=1 HONPOLGAR_HOSTS=build.invalid HONPOLGAR_SITE_URL=https://build.invalid EMAIL_URL=smtp://build.invalid \
    HONPOLGAR_SECRET_KEY=$(head -c 64 /dev/urandom | base64 -w 0) \
    HONPOLGAR_KEYS=build:$(head -c 32 /dev/urandom | base64 -w 0 | tr '+/' '-_') \
    .venv/bin/python manage.py collectstatic --no-input \
 && .venv/bin/python -m compileall -q applications portal rules

FROM python:3.13-slim
# Language data to read the text of papers with.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends tesseract-ocr-hun tesseract-ocr-ron tesseract-ocr-srp \
    tesseract-ocr-srp-latn tesseract-ocr-slk tesseract-ocr-ukr tesseract-ocr-deu tesseract-ocr-lat tesseract-ocr-eng \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /srv/honpolgar honpolgar \
 && install -d -o honpolgar -g honpolgar -m 700 /var/lib/honpolgar
COPY --from=build /srv/honpolgar /srv/honpolgar
WORKDIR /srv/honpolgar
ENV PATH=/srv/honpolgar/.venv/bin:$PATH PYTHONUNBUFFERED=1 \
    HONPOLGAR_MODE=production HONPOLGAR_DATA_DIR=/var/lib/honpolgar
USER honpolgar
VOLUME /var/lib/honpolgar
EXPOSE 8000
CMD ["python", "-m", "gunicorn", "portal.wsgi:application", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", \
     "--workers", "3", "--threads", "4", "--timeout", "60", "--no-control-socket", "--worker-tmp-dir", "/dev/shm"]

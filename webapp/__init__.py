"""The web pages of an archive: a thin skin over `search`. `create_app` is where the parts are put together."""

from __future__ import annotations

from flask import Flask
from htmx_flask import Htmx
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from search import LEDGER, REQUEST_BODY_BYTES, Archive, Settings
from webapp import api, citing, errors, exports, feeds, gate, logs, packing, rendering, security, suggesting
from webapp.assets import htmx_file, put_together, versions_of
from webapp.routes import pages
from webapp.site import Site, keep

__all__ = ["create_app"]


def create_app(archive: Archive, settings: Settings) -> Flask:
    """The application that shows `archive`. Raises `ConfigError` when htmx cannot be found."""
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = REQUEST_BODY_BYTES
    app.config["TRUSTED_HOSTS"] = list(settings.trusted_hosts) or None
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies, x_host=0)  # type: ignore[method-assign] # the way Flask documents it
    Htmx(app)
    made = put_together(htmx_file(settings.htmx_js))
    searches = gate.gate_for(settings.searches)
    with app.app_context():
        site = Site(
            archive=archive,
            made=made,
            versions=versions_of(made),
            search_seconds=settings.search_seconds,
            ledger=settings.ledger or settings.index / LEDGER,
            base_url=settings.base_url,
            keep_texts=settings.keep_texts,
            clock=searches.clock,
        )
        keep(site)
    rendering.register(app)
    logs.register(app, settings.log)
    packing.register(app)
    security.register(app)
    gate.register(app, searches)
    errors.register(app)
    app.register_blueprint(pages)
    app.register_blueprint(citing.blueprint)
    app.register_blueprint(api.blueprint)
    app.register_blueprint(feeds.blueprint)
    app.register_blueprint(exports.files(gate.Gate(max(1, settings.searches - 1), waiting=0, seconds=0)))
    app.register_blueprint(suggesting.blueprint)
    return app

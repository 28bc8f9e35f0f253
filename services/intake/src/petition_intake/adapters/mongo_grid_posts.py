"""The grids' posts in MongoDB, one document a grid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pymongo import IndexModel
from pymongo.database import Database

from chassis.pages import page
from chassis.unit_of_work import UnitOfWork
from petition_intake.domain.grid_post import GridPost, GridTier

GRID_POSTS = "grid_posts"

GRID_POST_INDEXES: dict[str, list[IndexModel]] = {
    GRID_POSTS: [
        IndexModel([("township_code", 1), ("_id", 1)], name="in_township"),
        IndexModel([("vacant", 1), ("_id", 1)], name="vacant"),
        IndexModel([("township_code", 1), ("vacant", 1), ("_id", 1)], name="vacant_in_township"),
        IndexModel([("tier", 1), ("vacant", 1)], name="counted"),
        IndexModel([("township_code", 1), ("tier", 1), ("vacant", 1)], name="counted_in_township"),
    ],
}


class MongoGridPosts:
    """Posts within a unit of work."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def of(self, codes: Sequence[str]) -> dict[str, GridPost]:
        self._uow.preload(GRID_POSTS, codes)
        found = (self._uow.get(GRID_POSTS, code) for code in codes)
        return {document["_id"]: _post(document) for document in found if document is not None}

    def replace(self, township_code: str, posts: Sequence[GridPost]) -> None:
        """These are the posts of the township from now on; what did not change is not written."""
        self._uow.preload(GRID_POSTS, [post.code for post in posts])
        for post in posts:
            kept = self._uow.get(GRID_POSTS, post.code)
            if kept is None or _post(kept) != post:
                self._uow.put(GRID_POSTS, _document(post, 1 if kept is None else kept["version"] + 1))
        named = {post.code for post in posts}
        for document in self._uow.find(GRID_POSTS, {"township_code": township_code}):
            if document["_id"] not in named:
                self._uow.delete(GRID_POSTS, document["_id"])


class MongoGridPostPages:
    """The same outside any unit of work."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._posts = database[GRID_POSTS]

    def of(self, codes: Sequence[str]) -> dict[str, GridPost]:
        return {document["_id"]: _post(document) for document in self._posts.find({"_id": {"$in": list(codes)}})}

    def page(
        self, township: str | None, vacant_only: bool, limit: int, cursor: str | None
    ) -> tuple[list[GridPost], str | None]:
        wanted: dict[str, Any] = {} if township is None else {"township_code": township}
        if vacant_only:
            wanted["vacant"] = True
        found = page(self._posts, wanted, [("_id", 1)], limit, cursor)
        return [_post(document) for document in found["items"]], found["next"]

    def count(self, township: str | None, tier: GridTier, vacant: bool) -> int:
        wanted: dict[str, Any] = {} if township is None else {"township_code": township}
        return self._posts.count_documents({**wanted, "tier": tier.value, "vacant": vacant})


def _post(document: dict[str, Any]) -> GridPost:
    return GridPost(document["_id"], document["township_code"], GridTier(document["tier"]), document["warden"])


def _document(post: GridPost, version: int) -> dict[str, Any]:
    return {
        "_id": post.code,
        "version": version,
        "township_code": post.township_code,
        "tier": post.tier.value,
        "warden": post.warden,
        "vacant": post.warden is None,
    }

"""Tells events as the producers do, numbered without gaps for each producer and case."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import cycle
from typing import Any

from petition_metrics.domain.days import COUNTY_ZONE
from petition_metrics.domain.occurrence import ASSIGNMENT, INTAKE, SUPERVISION, Occurrence

BUREAU = "petition_bureau"
CAOMIAO = "township_caomiao"
PORTAL = "citizen_portal"


def moment(text: str) -> datetime:
    """A county-local day, or day and time, as an instant: a bare day is nine in the morning."""
    local = datetime.fromisoformat(text if "T" in text else f"{text}T09:00")
    return local.replace(tzinfo=COUNTY_ZONE).astimezone(UTC)


def wire(text: str) -> str:
    return moment(text).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Story:
    """Everything told so far is in `told`, in the order it was told."""

    def __init__(self) -> None:
        self.told: list[Occurrence] = []
        self._counts: Counter[tuple[str, str]] = Counter()

    def tell(self, source: str, type: str, subject: str, at: str, about_a_case: bool = True, **data: Any) -> Occurrence:
        """One more event; `type` without its version is version 1."""
        self._counts[source, subject] += 1
        sequence = self._counts[source, subject]
        body = {"case_no": subject, "case_version": sequence, **data} if about_a_case else data
        name = type if "." in type else f"{type}.v1"
        occurrence = Occurrence(source, name, subject, sequence, moment(at), body)
        self.told.append(occurrence)
        return occurrence

    # -- intake ----------------------------------------------------------------------------------------------------

    def registered(self, case_no: str, on: str, **changed: Any) -> Occurrence:
        data = {
            "channel": "web",
            "received_at": wire(on),
            "registered_at": wire(on),
            "registered_by_unit": BUREAU,
            "registered_level": "county",
            "purpose": "appeal",
            "category": "030201",
            "place": {"township_code": "640425100", "village_code": None, "grid_code": None},
            "headcount": 1,
            "representatives": 1,
            "joint": False,
            "anonymous": False,
            "skip_level": False,
            "consent_public": True,
            "visit_batch": False,
            "hand_down": None,
            "person_keys_count": 1,
            **changed,
        }
        return self.tell(INTAKE, "petition_registered", case_no, on, **data)

    def visit(self, case_no: str, on: str, headcount: int = 1, **changed: Any) -> Occurrence:
        return self.registered(
            case_no, on, **{"channel": "visit", "visit_batch": True, "headcount": headcount, **changed}
        )

    def handed_down(self, case_no: str, on: str, level: str = "state", **changed: Any) -> Occurrence:
        hand_down = {
            "issuer": "国家信访局",
            "issuer_level": level,
            "document_no": "国信交〔2026〕1号",
            "batch_name": None,
            "feedback_due_on": None,
        }
        return self.registered(case_no, on, **{"channel": "handed_down", "hand_down": hand_down, **changed})

    def linked(self, case_no: str, on: str, repeat_of: str | None = None) -> Occurrence:
        decision = "repeat" if repeat_of else "first"
        return self.tell(
            INTAKE, "petition_linked", case_no, on, decision=decision, repeat_of=repeat_of, decided_by="P001"
        )

    def settled(self, case_no: str, on: str, headcount: int | None = None, level: str = "county") -> Occurrence:
        return self.tell(
            INTAKE,
            "petition_settled_on_spot",
            case_no,
            on,
            settled_at=wire(on),
            level="village" if level == "grid" else level,
            in_grid=level == "grid",
            settled_by="P001",
            settled_by_unit=BUREAU,
            **({} if headcount is None else {"headcount": headcount}),
        )

    def withdrawn(self, case_no: str, on: str) -> Occurrence:
        return self.tell(INTAKE, "petition_withdrawn", case_no, on, withdrawn_at=wire(on))

    def rated(
        self, case_no: str, on: str, unit: str = "satisfied", bureau: str = "satisfied", round: int = 1
    ) -> Occurrence:
        told = {"bureau_rating": bureau, "unit_rating": unit, "rated_at": wire(on), "round": round}
        return self.tell(INTAKE, "petition_rated", case_no, on, **told)

    def opened_online(self, case_no: str, on: str, notice_number: str, receipt: bool = True) -> Occurrence:
        told = {"notice_number": notice_number, "notice_kind": "routed_to", "round": 1, "receipt": receipt}
        return self.tell(INTAKE, "notice_opened", case_no, on, **told, opened_at=wire(on))

    # -- disputes found beforehand ---------------------------------------------------------------------------------

    def dispute(self, type: str, dispute_no: str, on: str, **data: Any) -> Occurrence:
        return self.tell(INTAKE, f"dispute_{type}", dispute_no, on, about_a_case=False, dispute_no=dispute_no, **data)

    def dispute_found(self, dispute_no: str, on: str, found_by: str = "grid_patrol", **changed: Any) -> Occurrence:
        place = {"township_code": "640425100", "village_code": "640425100001", "grid_code": None}
        found = {"found_by": found_by, "place": place, "category": "030201", "people": 2, "found_on": on}
        told = {**found, "reported_at": wire(on), "unit": CAOMIAO, "campaign_no": None, "found_in_case": None}
        return self.dispute("found", dispute_no, on, reported_by="P050", **{**told, **changed})

    def dispute_checked(self, dispute_no: str, on: str, verdict: str = "real") -> Occurrence:
        return self.dispute("checked", dispute_no, on, verdict=verdict, checked_by="P001", checked_at=wire(on))

    def dispute_settled(self, dispute_no: str, on: str, level: str = "village") -> Occurrence:
        more = {"settled_by": "P001", "days": 1, "agreement_no": None}
        return self.dispute("settled", dispute_no, on, level=level, settled_on=on, **more)

    def dispute_upgraded(self, dispute_no: str, on: str, case_no: str) -> None:
        self.dispute("upgraded", dispute_no, on, petition_no=case_no, upgraded_by="P001", upgraded_at=wire(on))
        self.dispute_linked(case_no, on, dispute_no)

    def dispute_linked(self, case_no: str, on: str, dispute_no: str, state: str = "confirmed") -> Occurrence:
        link = {"dispute_no": dispute_no, "state": state, "found_on": "2026-01-01"}
        return self.tell(INTAKE, "dispute_linked", case_no, on, linked_by="P001", linked_at=wire(on), **link)

    def review_requested(self, case_no: str, on: str, level: str = "review") -> Occurrence:
        return self.tell(
            INTAKE,
            "review_requested",
            case_no,
            on,
            level=level,
            requested_at=wire(on),
            late_reason_given=False,
            round=1,
        )

    # -- visits to a window ----------------------------------------------------------------------------------------

    def window(self, type: str, visit_no: str, on: str, **data: Any) -> Occurrence:
        return self.tell(INTAKE, type, visit_no, on, about_a_case=False, visit_no=visit_no, **data)

    def window_visit(
        self, visit_no: str, on: str, waited: int = 5, courtesies: tuple[str, ...] = (), promised_on: str | None = None
    ) -> None:
        """From arrival to the end."""
        where = {"unit": BUREAU, "window": "1"}
        self.window("visitor_arrived", visit_no, on, **where, arrived_at=wire(on), needs_help=False)
        self.window("visitor_called", visit_no, on, officer="P001", called_at=wire(on), waited_minutes=waited)
        told = {"courtesies": list(courtesies), "assisted": False, "promised_on": promised_on, "visit_case_no": None}
        finished = {"officer": "P001", "finished_at": wire(on), **told}
        self.window("window_visit_finished", visit_no, on, **where, **finished)

    def window_rated(self, visit_no: str, on: str, rating: str, deed_confirmed: bool | None = None) -> Occurrence:
        told = {"window_rating": rating, "deed_confirmed": deed_confirmed, "rated_at": wire(on)}
        return self.window("window_rated", visit_no, on, unit=BUREAU, window="1", **told)

    def promise_reviewed(self, visit_no: str, on: str, kept: bool) -> Occurrence:
        told = {"kept": kept, "reviewed_by": "P002", "reviewed_on": on}
        return self.window("promise_reviewed", visit_no, on, unit=BUREAU, **told)

    # -- assignment ------------------------------------------------------------------------------------------------

    def routed(self, case_no: str, on: str, unit: str = CAOMIAO, round: int = 1) -> Occurrence:
        return self.tell(
            ASSIGNMENT, "case_routed", case_no, on, mode="transfer", unit=unit, routed_at=wire(on), round=round
        )

    def accepted(self, case_no: str, on: str, unit: str = CAOMIAO, track: int = 6) -> Occurrence:
        return self.tell(
            ASSIGNMENT, "case_accepted", case_no, on, unit=unit, track=track, accepted_at=wire(on), accepted_by="P2"
        )

    def delivered(self, case_no: str, on: str, round: int = 1) -> Occurrence:
        return self.tell(
            ASSIGNMENT, "opinion_delivered", case_no, on, method="direct", delivered_on=on, receipt_no="1", round=round
        )

    def completed(self, case_no: str, on: str, level: str = "township", round: int = 1) -> Occurrence:
        return self.tell(
            ASSIGNMENT,
            "case_completed",
            case_no,
            on,
            unit=CAOMIAO,
            completed_at=wire(on),
            completed_by="P2",
            level="village" if level == "grid" else level,
            in_grid=level == "grid",
            round=round,
        )

    def confirmed(self, case_no: str, on: str, round: int = 1) -> Occurrence:
        return self.tell(
            ASSIGNMENT, "case_confirmed", case_no, on, confirmed_by="P1", confirmed_at=wire(on), round=round
        )

    def handled(self, case_no: str, on: str, level: str = "township", round: int = 1) -> None:
        """From routing to the bureau's confirmation, all on one day."""
        if round == 1:
            self.routed(case_no, on)
            self.accepted(case_no, on)
        self.tell(ASSIGNMENT, "opinion_issued", case_no, on, outcome="support", issued_at=wire(on), round=round)
        self.delivered(case_no, on, round)
        self.completed(case_no, on, level, round)
        self.confirmed(case_no, on, round)

    def round_opened(self, case_no: str, on: str, round: int = 2) -> Occurrence:
        return self.tell(ASSIGNMENT, "round_opened", case_no, on, round=round, unit=CAOMIAO, ordered_by="P3", due_on=on)

    def clock_started(
        self, case_no: str, on: str, kind: str, due: str, unit: str = CAOMIAO, clock_id: str | None = None, **more: Any
    ) -> Occurrence:
        """`due`: the last day in time; the limit is the midnight that ends it."""
        data = {
            "clock_id": clock_id or kind,
            "kind": kind,
            "unit": unit,
            "started_at": wire(on),
            "due_at": wire(after(due)),
            "length": 15,
            "length_unit": "day",
            "provisional": False,
            "calendar_version": "2026",
            "round": 1,
            "nature": "duty",
            **more,
        }
        return self.tell(ASSIGNMENT, "clock_started", case_no, on, **data)

    def re_reviewed(self, case_no: str, on: str, level: str = "re_review") -> Occurrence:
        return self.tell(
            ASSIGNMENT,
            "review_delivered",
            case_no,
            on,
            level=level,
            unit="city_petition_bureau",
            outcome="upheld",
            method="post",
            delivered_on=on,
            receipt_no="2",
            remedy_until=None,
            round=1,
        )

    def clock_stopped(self, case_no: str, on: str, clock_id: str, met: bool = True, reason: str = "done") -> Occurrence:
        return self.tell(
            ASSIGNMENT,
            "clock_stopped",
            case_no,
            on,
            clock_id=clock_id,
            kind=clock_id.partition("#")[0],
            stopped_at=wire(on),
            reason_code=reason,
            met=met,
        )

    # -- supervision -----------------------------------------------------------------------------------------------

    def missed(self, case_no: str, on: str, clock_id: str, due: str) -> Occurrence:
        return self.tell(
            SUPERVISION,
            "deadline_missed",
            case_no,
            on,
            clock_id=clock_id,
            kind=clock_id.partition("#")[0],
            unit=CAOMIAO,
            due_at=wire(after(due)),
        )

    def followed_up(
        self, case_no: str, on: str, score: str | None = "satisfied", reached: bool = True, round: int = 1
    ) -> Occurrence:
        return self.tell(
            SUPERVISION,
            "follow_up_recorded",
            case_no,
            on,
            officer="P9",
            officer_unit=BUREAU,
            method="call",
            reached=reached,
            score=score,
            promise_kept=None,
            recorded_at=wire(on),
            round=round,
        )

    def rehandling_ordered(self, case_no: str, on: str, round: int = 2) -> Occurrence:
        return self.tell(
            SUPERVISION,
            "rehandling_ordered",
            case_no,
            on,
            ordered_by="P3",
            unit=CAOMIAO,
            due_on=on,
            round=round,
            reason_code="dissatisfied",
        )

    def reported(self, case_no: str, on: str, result: str = "resolved") -> Occurrence:
        return self.tell(
            SUPERVISION,
            "report_sent_up",
            case_no,
            on,
            issuer="国家信访局",
            document_no="国信交〔2026〕1号",
            result=result,
            reported_at=wire(on),
        )

    # -- the register ----------------------------------------------------------------------------------------------

    def register(
        self,
        on: str,
        townships: int = 12,
        villages: int = 162,
        grids: int = 2293,
        settings: dict[str, Any] | None = None,
    ) -> Occurrence:
        codes = [f"6404251{number:02d}" for number in range(townships)]
        village_codes = [f"{codes[number % townships]}{number:03d}" for number in range(villages)]
        units = [
            {"code": BUREAU, "kind": "bureau", "township_code": None, "superior": None},
            {"code": PORTAL, "kind": "portal", "township_code": None, "superior": None},
        ]
        units += [
            {"code": f"joint_office_{number}", "kind": "joint_office", "township_code": code, "superior": BUREAU}
            for number, code in enumerate(codes)
        ]
        units.append(
            {
                "code": CAOMIAO,
                "name": "草庙乡人民政府",
                "kind": "township",
                "township_code": codes[0],
                "superior": BUREAU,
            }
        )
        return self.tell(
            ASSIGNMENT,
            "register_published",
            "register",
            on,
            about_a_case=False,
            register_id="register",
            version=1,
            county_code="640425",
            register_version=f"{townships}-{villages}-{grids}",
            calendar_version="2026",
            settings=settings or {},
            townships=[{"code": code} for code in codes],
            villages=[{"code": code, "township_code": code[:9]} for code in village_codes],
            grids=[
                {"code": f"{village}-{number}", "village_code": village}
                for number, village in zip(range(grids), cycle(village_codes), strict=False)
            ],
            units=units,
            people=[
                {"person_id": "P001", "unit": BUREAU, "roles": ["dispatcher"]},
                {"person_id": "P050", "unit": CAOMIAO, "roles": ["handler"]},
                {"person_id": "P070", "unit": CAOMIAO, "roles": ["auditor"]},
            ],
            callers=[{"caller": unit, "unit": unit} for unit in (BUREAU, CAOMIAO, PORTAL)],
            categories=["030201"],
        )


def after(day: str) -> str:
    """The midnight that ends a day, as a county-local moment."""
    return f"{(datetime.fromisoformat(day) + timedelta(days=1)).date().isoformat()}T00:00"

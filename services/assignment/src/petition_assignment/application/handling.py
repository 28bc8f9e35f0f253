"""What officers do with a case: one function a command. Each loads, lets the case decide, and saves."""

from __future__ import annotations

from petition_assignment.application.ports import Desk
from petition_assignment.domain import commands
from petition_assignment.domain.case import Case
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.papers import Paper


def route_case(desk: Desk, case_no: str, command: commands.RouteCase, officer: Officer) -> Case:
    """The case is with the chosen unit, or kept; a choice against the catalogue leaves its reason as a paper."""
    case = desk.cases.require(case_no)
    petition = desk.petitions.require(case_no)
    paper = case.route(command, petition, officer, desk.registers.current(), desk.calendar, desk.now)
    return _keep(desk, case, paper)


def sign_for_case(desk: Desk, case_no: str, command: commands.SignForCase, officer: Officer) -> Case:
    """The unit has signed."""
    case = desk.cases.require(case_no)
    case.sign_for(command, officer, desk.now)
    return _keep(desk, case)


def raise_objection(desk: Desk, case_no: str, command: commands.RaiseObjection, officer: Officer) -> Case:
    """The objection waits for the sender; its reasons are a paper."""
    case = desk.cases.require(case_no)
    return _keep(desk, case, case.object(command, officer, desk.registers.current(), desk.now))


def decide_objection(desk: Desk, case_no: str, command: commands.DecideObjection, officer: Officer) -> Case:
    """The case is back with the sender, or stays with the unit; the decision is a paper."""
    case = desk.cases.require(case_no)
    return _keep(desk, case, case.decide_objection(command, officer, desk.calendar, desk.now))


def accept_case(desk: Desk, case_no: str, command: commands.AcceptCase, officer: Officer) -> Case:
    """The case is accepted; the notice is a paper."""
    case = desk.cases.require(case_no)
    petition = desk.petitions.require(case_no)
    return _keep(desk, case, case.accept(command, petition, officer, desk.calendar, desk.now))


def decline_case(desk: Desk, case_no: str, command: commands.DeclineCase, officer: Officer) -> Case:
    """The case is closed; the notice is a paper."""
    case = desk.cases.require(case_no)
    return _keep(desk, case, case.decline(command, officer, desk.registers.current(), desk.now))


def set_responsibility(desk: Desk, case_no: str, command: commands.SetResponsibility, officer: Officer) -> Case:
    """The case is in handling."""
    case = desk.cases.require(case_no)
    case.set_responsibility(command, officer, desk.registers.current(), desk.now)
    return _keep(desk, case)


def extend_case(desk: Desk, case_no: str, command: commands.ExtendCase, officer: Officer) -> Case:
    """The limit is longer; the notice to the petitioner is a paper."""
    case = desk.cases.require(case_no)
    return _keep(desk, case, case.extend(command, officer, desk.calendar, desk.now))


def record_agreement(desk: Desk, case_no: str, command: commands.RecordAgreement, officer: Officer) -> Case:
    """What the parties agreed is a paper."""
    case = desk.cases.require(case_no)
    return _keep(desk, case, case.record_agreement(command, officer, desk.now))


def issue_opinion(desk: Desk, case_no: str, command: commands.IssueOpinion, officer: Officer) -> Case:
    """The opinion is a paper of the case."""
    case = desk.cases.require(case_no)
    return _keep(desk, case, case.issue_opinion(command, officer, desk.registers.current(), desk.now))


def record_delivery(desk: Desk, case_no: str, command: commands.RecordDelivery, officer: Officer) -> Case:
    """The opinion is delivered; the receipt is a paper."""
    case = desk.cases.require(case_no)
    return _keep(desk, case, case.record_delivery(command, officer, desk.calendar, desk.now))


def complete_case(desk: Desk, case_no: str, command: commands.CompleteCase, officer: Officer) -> Case:
    """The case waits for the bureau; an assigned case leaves its report as a paper."""
    case = desk.cases.require(case_no)
    return _keep(desk, case, case.complete(command, officer, desk.now))


def confirm_case(desk: Desk, case_no: str, command: commands.ConfirmCase, officer: Officer) -> Case:
    """The case is closed."""
    case = desk.cases.require(case_no)
    case.confirm(command, officer, desk.now)
    return _keep(desk, case)


def return_case(desk: Desk, case_no: str, command: commands.ReturnCase, officer: Officer) -> Case:
    """The case is in handling again; the reasons are a paper."""
    case = desk.cases.require(case_no)
    return _keep(desk, case, case.return_for_rework(command, officer, desk.calendar, desk.now))


def _keep(desk: Desk, case: Case, paper: Paper | None = None) -> Case:
    if paper is not None:
        desk.papers.file(case, paper)
    desk.cases.save(case)
    return case

"""信访形式 told apart within the channels, filed through the use case (《信访工作条例》第十七条、第十九条)."""

from __future__ import annotations

import pytest
from intake_builders import BY_CHANNEL, NOW, REGISTRAR, a_call, a_letter, a_visit, a_web_filing
from intake_fakes import World

from petition_intake.application.tracking import track_petition
from petition_intake.application.viewing import get_petition
from petition_intake.domain import errors
from petition_intake.domain.channels import Channel
from petition_intake.domain.filing import Filing
from petition_intake.domain.forms import CHANNEL_OF, Form, plain_form

ONLINE = (
    Form.WEB,
    Form.MOBILE,
    Form.WECHAT,
    Form.WEB_SUGGESTION,
    Form.LEADER_MAILBOX,
    Form.VIDEO_RECEPTION,
)


def filed_by(form: Form) -> Filing:
    spoken = {"read_back_confirmed": True} if form is Form.VIDEO_RECEPTION else {}
    return BY_CHANNEL[CHANNEL_OF[form]](form=form, **spoken)


@pytest.mark.parametrize("form", list(Form))
def test_every_form_is_told_apart_and_counted_in_its_group(world: World, form: Form) -> None:
    case_no = world.register(filed_by(form)).case_no

    told = world.events(case_no)[0]
    assert (told.form, told.channel) == (form, CHANNEL_OF[form])
    shown = get_petition(world.files, world.registers, REGISTRAR, case_no)
    assert (shown["form"]["code"], shown["channel"]["code"]) == (form.value, CHANNEL_OF[form].value)


def test_what_comes_over_the_network_is_one_group_and_every_other_form_its_own() -> None:
    assert tuple(form for form in Form if CHANNEL_OF[form] is Channel.WEB) == ONLINE
    others = [CHANNEL_OF[form] for form in Form if form not in ONLINE]
    assert sorted(others) == sorted(set(Channel) - {Channel.WEB})


@pytest.mark.parametrize("form", [*ONLINE, Form.CALL])
def test_web_phone_and_wechat_filings_get_a_query_code_that_opens_them(world: World, form: Form) -> None:
    case_no = world.register(filed_by(form)).case_no

    assert track_petition(world.files, world.office, case_no, world.code(case_no), NOW)["case_no"] == case_no


@pytest.mark.parametrize("channel", list(Channel))
def test_a_filing_that_states_no_form_has_the_plain_one_of_its_channel(world: World, channel: Channel) -> None:
    case_no = world.register(BY_CHANNEL[channel]()).case_no

    assert world.events(case_no)[0].form is plain_form(channel)
    assert CHANNEL_OF[plain_form(channel)] is channel


@pytest.mark.parametrize(
    "filing", [a_letter(form=Form.WECHAT), a_visit(form=Form.VIDEO_RECEPTION), a_call(form=Form.MOBILE)]
)
def test_a_form_of_another_channel_is_refused(world: World, filing: Filing) -> None:
    with pytest.raises(errors.FormOfAnotherChannel) as refused:
        world.register(filing)

    assert refused.value.field == "form"


def test_a_reception_by_video_is_read_back_and_is_no_visit(world: World) -> None:
    with pytest.raises(errors.ReadBackNotConfirmed):
        world.register(a_web_filing(form=Form.VIDEO_RECEPTION))

    told = world.events(world.register(filed_by(Form.VIDEO_RECEPTION)).case_no)[0]
    assert (told.visit_batch, told.skip_level) == (False, False)


def test_what_is_written_online_is_not_read_back(world: World) -> None:
    with pytest.raises(errors.ChannelFieldMisplaced):
        world.register(a_web_filing(form=Form.WECHAT, read_back_confirmed=True))


def test_a_petition_registered_before_forms_were_kept_shows_the_plain_one(world: World) -> None:
    case_no = world.register(a_web_filing(form=Form.WECHAT)).case_no
    progress = world.fares(case_no)
    progress.form = None
    world.files.progress.save(progress)

    assert get_petition(world.files, world.registers, REGISTRAR, case_no)["form"]["code"] == "web"

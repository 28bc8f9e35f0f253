"""What is told about a petition when it is registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from petition_intake.domain.channels import Channel
from petition_intake.domain.events import PetitionRegistered

if TYPE_CHECKING:
    from petition_intake.domain.petition import Petition


def registration_told(petition: Petition) -> PetitionRegistered:
    """The event of a petition just registered."""
    return PetitionRegistered(
        channel=petition.channel,
        received_at=petition.received_at,
        registered_at=petition.registered_at,
        registered_by_unit=petition.registered_by_unit,
        registered_level=petition.registered_level,
        purpose=petition.purpose,
        category=petition.category,
        place=petition.place,
        headcount=petition.headcount,
        representatives=petition.representatives,
        joint=petition.joint,
        anonymous=petition.nobody_to_notify,
        identity_unclear=petition.identity_unclear,
        skip_level=petition.skip_level,
        consent_public=petition.consent_public,
        visit_batch=petition.channel is Channel.VISIT,
        hand_down=petition.hand_down,
        person_keys_count=petition.person_keys_count,
        complained_of_unit=petition.complained_of,
        form=petition.form,
        secrecy_asked=petition.secrecy_asked,
        online_delivery=petition.online_delivery,
    )

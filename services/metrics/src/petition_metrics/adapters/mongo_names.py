"""The collections of this service."""

CASE_TIMELINES = "case_timelines"
REBUILT_TIMELINES = "case_timelines_rebuilt"
REGISTERS = "registers"
PUBLIC_EDITIONS = "public_editions"
FOLDER_APPROVALS = "folder_approvals"
FOLDER_NUMBERS = "folder_numbers"
EVENT_LOG = "event_log"

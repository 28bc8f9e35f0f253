"""Statutory deadlines in China: calendar days, working days, pauses and extensions.

Pure arithmetic over the yearly holiday notices of the State Council (国务院办公厅关于部分节假日安排的通知).
No clock is read, and nothing outside the standard library is needed.
"""

from workdays.calendar import Calendar
from workdays.deadline import Due
from workdays.lengths import CalendarDays, WorkingDays
from workdays.local_time import CHINA_STANDARD_TIME, end_of_day, local_day
from workdays.notice import NoticeError
from workdays.pauses import Pause, StillPaused

__all__ = [
    "CHINA_STANDARD_TIME",
    "Calendar",
    "CalendarDays",
    "Due",
    "NoticeError",
    "Pause",
    "StillPaused",
    "WorkingDays",
    "end_of_day",
    "local_day",
]

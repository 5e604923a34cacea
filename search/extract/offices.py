"""Who held an office when: asking the authority's dated rows for a title that the article ties to nobody."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache

from search.authority import Authority, Office
from search.extract.desk import Memory
from search.extract.line import Line, line_of_text
from search.extract.reader import read_line
from search.extract.roles import Role
from search.extract.setting import Setting
from search.model import Dating, Precision


def office_holder(role: Role, authority: Authority | None, dating: Dating | None) -> Office | None:
    """The one row whose holder kept this office through the whole time the article is dated to, or None."""
    if authority is None or dating is None or role.former or role.plural:
        return None
    first, last = _range_of(dating)
    rows = [
        office
        for office, title in _titles(authority)
        if office.held_on(first, last) and title.head == role.head and _is_same_office(role, title, office)
    ]
    holders = {row.person for row in rows}
    return rows[0] if len(holders) == 1 else None


def holder_of_title(title: str, authority: Authority | None, dating: Dating | None) -> Office | None:
    """As `office_holder`, for a title that stands alone, as a record or a label prints it."""
    role = _role_of(line_of_text(title.removeprefix("The ").removeprefix("the ")), authority) if authority else None
    return office_holder(role, authority, dating) if role else None


def _is_same_office(role: Role, title: Role, office: Office) -> bool:
    """A bare title means an office without a body in its name, or of the country; any other names its body."""
    if role.of is None:
        return title.of in {None, "vietnam"}
    return role.of in {title.of, office.body}


def _range_of(dating: Dating) -> tuple[date, date]:
    day = dating.day
    if dating.precision is Precision.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if dating.precision is Precision.MONTH:
        return date(day.year, day.month, 1), date(day.year, day.month, calendar.monthrange(day.year, day.month)[1])
    return day, dating.until or day


@lru_cache(maxsize=8)
def _titles(authority: Authority) -> tuple[tuple[Office, Role], ...]:
    """Every title of every row, read as the titles of articles are."""
    found: list[tuple[Office, Role]] = []
    for office in authority.offices:
        for title in office.titles:
            role = _role_of(line_of_text(title), authority)
            if role is not None:
                found.append((office, role))
    return tuple(found)


def _role_of(line: Line, authority: Authority) -> Role | None:
    reading = read_line(line, Memory(Setting(), authority))
    return reading.units[0].role if reading.codes == "R" else None

"""What schemathesis cannot know of this API: texts of our own formats, and ids that stand for something.

Cases and referrals that the account really sees are put into half of the paths; the other half keeps ids that nothing has.
"""

import datetime
import os

import schemathesis
from hypothesis import strategies as st

CASES = [case for case in os.environ.get("CONTRACT_CASES", "").split(",") if case]
REFERRALS = [referral for referral in os.environ.get("CONTRACT_REFERRALS", "").split(",") if referral]


def digits(count, least=0, most=None):
    return st.integers(least, most if most is not None else 10**count - 1).map(lambda n: str(n).zfill(count))


def written(breaks):
    """Texts as people write them, in several scripts, without control characters but perhaps line breaks."""
    letters = st.characters(exclude_categories=("Cs", "Cc"), include_characters=breaks)
    around = st.text(letters, max_size=20)
    return st.builds(lambda a, mark, b: a + mark + b, around, st.sampled_from("aZ9é\u0639\u0416\u4e2d"), around)


DATES = st.dates().map(lambda day: day.isoformat())
TIMES = st.builds(
    lambda day, h, m, s, rest: f"{day}T{h}:{m}:{s}{rest}",
    st.dates(min_value=datetime.date(2, 1, 1), max_value=datetime.date(9998, 12, 31)).map(
        lambda day: day.isoformat()
    ),
    digits(2, most=23),
    digits(2, most=59),
    digits(2, most=59),
    st.sampled_from(["Z", ".5Z", ".123Z", "+01:00", "-11:30", ".000000001Z"]),
)

schemathesis.openapi.format("date", DATES)
schemathesis.openapi.format("date-time", TIMES)
schemathesis.openapi.format("line", written(""))
schemathesis.openapi.format("text", written("\n\t"))


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    for name, known in (("case", CASES), ("referral", REFERRALS)):
        given = (path_parameters or {}).get(name)
        if known and isinstance(given, str) and sum(map(ord, given)) % 2:
            path_parameters[name] = known[sum(map(ord, given)) // 2 % len(known)]
    return path_parameters


def whole(value):
    """JSON Schema calls 2.0 an integer; the API wants whole numbers without a fraction, and says so in its description."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [whole(item) for item in value]
    if isinstance(value, dict):
        return {name: whole(item) for name, item in value.items()}
    return value


@schemathesis.hook
def map_body(context, body):
    return whole(body)

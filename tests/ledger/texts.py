"""Sentences of which no two are alike."""

from __future__ import annotations

QUAY = "The minister said the harbour would be dredged before the autumn storms, and the quay repaired after them."
COUNCIL = "Members of the town council had asked twice for new lamps along the northern breakwater and got none."
SCHOOL = "In the afternoon a school for pilots was opened, where forty young people learn to read the tides."
BUDGET = "A larger budget was promised to the fishing villages south of the cape for the coming three winters."

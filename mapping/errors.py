"""Every error that is raised on purpose.

MappingError
├── BadInput                 what came in cannot be taken as it is
│   ├── UnknownKind          an actor or link kind that the schema does not have
│   ├── UnknownField         a property that no attribute describes
│   ├── BadValue             a value outside its scale, of the wrong type, or too long
│   ├── TooMany              more actors, links, changes or bytes than a map may hold
│   │   └── TooLarge         more bytes than a change may have
│   ├── FileUnreadable       a file that is not what it says it is
│   ├── FileTooNew           written by a later version of the format
│   ├── AlreadyHere          a workshop that is in the database already
│   ├── UnknownFormat        a format that no reader or writer knows
│   ├── UnknownQuestion      a question that the registry does not have
│   ├── UnknownMeasure       a measure that the registry does not have
│   └── ScenarioInvalid      a scenario that breaks its own rules
├── Refused                  a change that may not be made now; `reason` is stable
│   ├── MapFrozen            drawing is paused
│   ├── Gone                 the actor or link is not there (any more)
│   ├── NotAllowed           this seat may not do that
│   ├── Sensitive            the sensitive layer is closed
│   ├── MovedOn              others have changed the map since its author looked
│   ├── Conflict             somebody else has written it since; `theirs` is what stands now
│   ├── Covered              the screens are covered; what was sent is to be sent again afterwards
│   ├── Apart                each draws alone now, or nobody does any more; it is to be sent again on the other map
│   ├── TooFast              more messages or attempts than anybody needs
│   └── NothingToUndo        there is nothing (of one's own) to take back
├── NotFound                 no such workshop, map, group or seat
└── Unidentified             a token, cookie, code or passphrase that does not hold
"""

from __future__ import annotations


class MappingError(Exception):
    """The one base; `reason` names the fact for programs, the message says it to people."""

    reason = "error"


class BadInput(MappingError):
    reason = "bad_input"


class UnknownKind(BadInput):
    reason = "unknown_kind"

    def __init__(self, kind: object) -> None:
        super().__init__(f"no kind is called {kind!r}")
        self.kind = kind


class UnknownField(BadInput):
    reason = "unknown_field"

    def __init__(self, field: object) -> None:
        super().__init__(f"no property is called {field!r}")
        self.field = field


class BadValue(BadInput):
    reason = "bad_value"

    def __init__(self, field: str, value: object, expected: str) -> None:
        shown = repr(value)
        super().__init__(f"{field} is {expected}, not {shown if len(shown) < 60 else shown[:57] + '…'}")
        self.field, self.value, self.expected = field, value, expected


class TooMany(BadInput):
    reason = "too_many"

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(f"more than {limit} {what}")
        self.what, self.limit = what, limit


class TooLarge(TooMany):
    reason = "too_large"


class FileUnreadable(BadInput):
    """`key` and `values` name the fact for who says it in another language (words: `imports.problem.<key>`)."""

    reason = "file_unreadable"

    def __init__(self, message: str, key: str = "", **values: object) -> None:
        super().__init__(message)
        self.key, self.values = key, values


class FileTooNew(BadInput):
    reason = "file_too_new"

    def __init__(self, version: int, known: int) -> None:
        super().__init__(f"the file has format version {version}; this program reads up to {known}")
        self.version, self.known = version, known


class AlreadyHere(BadInput):
    reason = "already_here"


class UnknownFormat(BadInput):
    reason = "unknown_format"


class UnknownQuestion(BadInput):
    reason = "unknown_question"

    def __init__(self, question: object) -> None:
        super().__init__(f"no question is called {question!r}")
        self.question = question


class UnknownMeasure(BadInput):
    reason = "unknown_measure"

    def __init__(self, measure: object) -> None:
        super().__init__(f"no measure is called {measure!r}")
        self.measure = measure


class ScenarioInvalid(BadInput):
    reason = "scenario_invalid"


class Refused(MappingError):
    reason = "refused"


class MapFrozen(Refused):
    reason = "frozen"


class Gone(Refused):
    reason = "gone"


class NotAllowed(Refused):
    reason = "not_allowed"


class Sensitive(Refused):
    reason = "sensitive"


class MovedOn(Refused):
    reason = "moved_on"

    def __init__(self, since: int) -> None:
        super().__init__(f"{since} changes came since")
        self.since = since


class Conflict(Refused):
    reason = "conflict"

    def __init__(self, theirs: object) -> None:
        super().__init__("somebody else has written it since")
        self.theirs = theirs


class Covered(Refused):
    reason = "covered"


class Apart(Refused):
    reason = "apart"


class TooFast(Refused):
    reason = "too_fast"


class NothingToUndo(Refused):
    reason = "no_undo"


class NotFound(MappingError):
    reason = "not_found"


class Unidentified(MappingError):
    reason = "unidentified"
